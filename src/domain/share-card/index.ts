export * from './own-session';
export * from './share-card';
export * from './types';
