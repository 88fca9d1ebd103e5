import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  removeGlobalErrorListener,
  removeGlobalWarningListener,
} from 'glass-easel';

/**
 * Warnings that the framework gives for every page that Taro builds, although the page is right:
 * properties that no component declares, and a recursive template that is drawn once without data.
 */
const IGNORED_WARNINGS =
  /is not a valid property|Used default value instead|for-list data is neither Array nor Object, got type "undefined"/;

/** Passes on every error and every other warning of the framework. @returns what stops it */
export function listenForFrameworkErrors(report: (error: unknown) => void): () => void {
  const onError = (error: unknown): boolean => {
    report(error);
    return false;
  };
  const onWarning = (message: string): boolean => {
    if (!IGNORED_WARNINGS.test(message)) report(new Error(message));
    return false;
  };
  addGlobalErrorListener(onError);
  addGlobalWarningListener(onWarning);
  return () => {
    removeGlobalErrorListener(onError);
    removeGlobalWarningListener(onWarning);
  };
}
