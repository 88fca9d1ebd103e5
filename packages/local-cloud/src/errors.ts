/**
 * An error as CloudBase reports it. wx-server-sdk turns its `code` (`DATABASE_REQUEST_FAILED`, …) into
 * a number (`-502001`, …).
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}

/** An error that names a feature of WeChat cloud which is not emulated. */
export function notEmulated(what: string): CloudError {
  return new CloudError('DATABASE_INVALID_OPERRATOR', `local cloud: ${what} is not emulated`);
}

/** An error for a request that the real database refuses, too. */
export function requestFailed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}

/**
 * The error of a transaction that conflicts with another write. wx-server-sdk drops the code of errors
 * inside a transaction, so callers that retry look for `TransactionConflict` in the message.
 */
export function transactionConflict(detail: string): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[TransactionConflict] WriteConflict: ${detail}. Please retry your operation or multi-document transaction.`,
  );
}

/** Whether an error of the system or of SQLite says that there is no space left. */
function isDiskFull(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown };
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT';
}

/**
 * There is no space for a write. WeChat's list of errors has it as −501017, which wx-server-sdk does
 * not know: callers look for the number in the message.
 */
export class DiskExhausted extends CloudError {
  constructor(cause?: unknown) {
    super('DISK_EXHAUSTED', '[DiskExhausted] -501017: the disk is exhausted, nothing was written');
    this.cause = cause;
  }
}

/** The error to report for one of SQLite or the file system: a full disk by its own code. */
export function unlessDiskFull(error: unknown): unknown {
  return isDiskFull(error) ? new DiskExhausted(error) : error;
}

/** The data were written with another version of the schema. */
export class SchemaVersionError extends Error {
  constructor(file: string, kept: number, wanted: number) {
    super(
      `${file} holds data of schema version ${String(kept)}, this program works with ${String(wanted)}. ` +
        'Nothing was changed: migrate the data, or open them with the program that wrote them.',
    );
    this.name = 'SchemaVersionError';
  }
}
