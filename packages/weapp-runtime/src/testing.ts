/** For tests in Node: a window without layout, and a phone that holds a program. */
import './in-node';

export { holdElement, tapElement, typeInto } from './driver/finger';
export { launchFiles } from './driver/launch-files';
export { type RecordedCall, Phone, type PhoneOptions } from './driver/phone';
export { ScreenReader, type Words } from './driver/screen-reader';
