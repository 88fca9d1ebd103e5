export * from './share-card';
export * from './types';
