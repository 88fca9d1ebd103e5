import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  removeGlobalErrorListener,
  removeGlobalWarningListener,
} from 'glass-easel';

/**
 * What the framework says about every Taro page and means nothing: properties nobody reads, and
 * Taro's recursive component, which is drawn once before it is told its node.
 */
const NOISE =
  /is not a valid property|Used default value instead|for-list data is neither Array nor Object, got type "undefined"/;

/** Hears every other complaint of the component framework. @returns what ends it */
export function hearComplaints(hear: (error: unknown) => void): () => void {
  const onError = (error: unknown): boolean => {
    hear(error);
    return false;
  };
  const onWarning = (message: string): boolean => {
    if (!NOISE.test(message)) hear(new Error(message));
    return false;
  };
  addGlobalErrorListener(onError);
  addGlobalWarningListener(onWarning);
  return () => {
    removeGlobalErrorListener(onError);
    removeGlobalWarningListener(onWarning);
  };
}
