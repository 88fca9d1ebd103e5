import { CloudError } from '../errors';
import type { FileStore } from '../storage/files';
import type { WireParams, WireReply } from './database-actions';

/** What a storage action needs. */
export interface StorageContext {
  readonly files: FileStore;
  /** Origin of this server, without a trailing slash. */
  readonly baseUrl: string;
  readonly nowMs: number;
}

type Action = (params: WireParams, context: StorageContext) => WireReply;

interface FileRequest {
  readonly fileid: string;
  readonly max_age?: number;
}

function codeOf(error: unknown): string {
  if (error instanceof CloudError) return error.code;
  throw error;
}

/** The storage actions of the wire protocol, by name. */
export const storageActions: Readonly<Record<string, Action>> = {
  'storage.getUploadMetadata': (params, { files, baseUrl }) => {
    const { token, fileId } = files.prepareUpload(String(params['path']));
    const url = `${baseUrl}/upload/${token}`;
    return { data: { url, token, authorization: 'local', fileId, cosFileId: token } };
  },
  'storage.batchGetDownloadUrl': (params, { files, baseUrl, nowMs }) => {
    const requests = (params['file_list'] ?? []) as FileRequest[];
    const list = requests.map(({ fileid, max_age: maxAge }) => {
      try {
        const tempFileURL = baseUrl + files.link(fileid, maxAge, nowMs);
        return { fileID: fileid, code: 'SUCCESS', tempFileURL, maxAge: maxAge ?? 7200 };
      } catch (error) {
        return { fileID: fileid, code: codeOf(error), tempFileURL: '' };
      }
    });
    return { data: { download_list: list } };
  },
  'storage.batchDeleteFile': (params, { files }) => {
    const list = ((params['fileid_list'] ?? []) as string[]).map((fileID) => {
      try {
        files.remove(fileID);
        return { fileID, code: 'SUCCESS' };
      } catch (error) {
        return { fileID, code: codeOf(error) };
      }
    });
    return { data: { delete_list: list } };
  },
};
