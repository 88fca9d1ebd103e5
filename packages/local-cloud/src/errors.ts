/**
 * An error as CloudBase reports it. `code` is CloudBase's word (`DATABASE_REQUEST_FAILED`, …), which
 * wx-server-sdk turns into a number (`-502001`, …).
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

/** Refuses, by name, something WeChat cloud has and this stand-in does not. */
export function notEmulated(what: string): CloudError {
  return new CloudError('DATABASE_INVALID_OPERRATOR', `local cloud: ${what} is not emulated`);
}

/** A request the database itself would refuse. */
export function requestFailed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}

/**
 * A transaction lost a race. wx-server-sdk drops the code of errors inside a transaction, so the
 * message must carry the word `TransactionConflict` for callers that retry.
 */
export function transactionConflict(detail: string): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[TransactionConflict] WriteConflict: ${detail}. Please retry your operation or multi-document transaction.`,
  );
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
