import { pinnedVersion } from '../wechat/pinned-tool';
import type { Configuration } from './config';

/** The uploading tool as npx names it, at the version whose options were read. */
function uploadingTool(): string {
  return `miniprogram-ci@${pinnedVersion()}`;
}

/** The project and the configuration of an upload. */
export interface Upload {
  /** Folder with project.config.json and the built mini program. */
  readonly projectPath: string;
  readonly configuration: Pick<
    Configuration,
    'WEAPP_APPID' | 'WEAPP_PRIVATE_KEY_PATH' | 'CLOUD_ENV' | 'WEAPP_ROBOT'
  >;
}

/** The version and the note that the mini program's console shows. */
export interface Release {
  readonly version: string;
  readonly description: string;
}

function project({ projectPath, configuration }: Upload): string[] {
  return [
    `--appid=${configuration.WEAPP_APPID}`,
    `--project-path=${projectPath}`,
    `--private-key-path=${configuration.WEAPP_PRIVATE_KEY_PATH}`,
  ];
}

/** Arguments of `npx` that upload one cloud function; dependencies are installed in the cloud. */
export function uploadFunctionArguments(upload: Upload, name: string, folder: string): string[] {
  return [
    '--yes',
    uploadingTool(),
    'cloud',
    'functions',
    'upload',
    ...project(upload),
    `--env=${upload.configuration.CLOUD_ENV}`,
    `--name=${name}`,
    `--path=${folder}`,
    '--remote-npm-install',
  ];
}

/** Arguments of `npx` that upload the mini program as a development version. */
export function uploadWeappArguments(upload: Upload, release: Release): string[] {
  return [
    '--yes',
    uploadingTool(),
    'upload',
    ...project(upload),
    `--upload-version=${release.version}`,
    `--upload-description=${release.description}`,
    `--robot=${upload.configuration.WEAPP_ROBOT}`,
    '--use-project-config',
  ];
}
