import type { CloudTransport, CloudUpload } from './host/types';

/** How a program reaches functions and storage over HTTP. */
export interface CloudOverHttp {
  readonly cloud: CloudTransport;
  readonly upload: CloudUpload;
}

/**
 * Calls functions by `POST /fn/<name>` and stores files by `PUT /files/<path>`. The header
 * `x-person` carries the id of the caller.
 * @param base origin of the server (`http://127.0.0.1:8788`); '' for the server of the page
 * @param person id of the phone's owner; null for an anonymous caller
 */
export function cloudOverHttp(base: string, person: string | null): CloudOverHttp {
  const callerIf = (isIdentified: boolean): Record<string, string> =>
    person !== null && isIdentified ? { 'x-person': person } : {};
  return {
    cloud: async (name, event, isIdentified) => {
      const response = await fetch(`${base}/fn/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...callerIf(isIdentified) },
        body: JSON.stringify(event),
      });
      return (await response.json()) as Awaited<ReturnType<CloudTransport>>;
    },
    upload: async (cloudPath, bytes, isIdentified) => {
      const path = cloudPath.split('/').map(encodeURIComponent).join('/');
      const response = await fetch(`${base}/files/${path}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream', ...callerIf(isIdentified) },
        body: new Blob([bytes.slice().buffer]),
      });
      const { fileID, errMsg } = (await response.json()) as { fileID?: string; errMsg?: string };
      if (fileID === undefined) throw new Error(errMsg ?? 'the server did not store the file');
      return fileID;
    },
  };
}
