/** Style sheets are imported for their effect only. */
declare module '*.css';
declare module '*.png';
declare module '*.svg';
