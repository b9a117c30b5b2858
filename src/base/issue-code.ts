/**
 * Every code that an {@link Issue} can carry, by where it comes from. Codes are stable; messages are not. A code that ends a
 * call instead is a `WarmpathErrorCode`.
 */
export type IssueCode =
  | FileIssueCode
  | RowIssueCode
  | ImportIssueCode
  | TextIssueCode
  | PlanIssueCode
  | BooksIssueCode;

/** Of a file or an archive as a whole. */
export type FileIssueCode =
  /** No line names the columns that the format has. */
  | "COLUMNS_NOT_FOUND"
  /** Bytes that are no text in any encoding that is read. */
  | "ENCODING_UNKNOWN"
  /** Bytes that are no Unicode; read as a legacy encoding. */
  | "ENCODING_LEGACY"
  /** The archive holds no file that can be read. */
  | "ARCHIVE_EMPTY"
  /** The archive holds an archive, which is not opened. */
  | "ARCHIVE_NESTED"
  /** A file of the archive has a path that leads out of it. */
  | "ARCHIVE_PATH"
  /** A file of a kind that is not read. */
  | "FILE_NOT_USED"
  /** The same file twice; the later one is left out. */
  | "FILE_REPEATED"
  /** A column with values that is not read; `details.header` holds its header. */
  | "COLUMN_NOT_USED"
  /** A domain of a data export that is not read. */
  | "DOMAIN_NOT_USED"
  /** A character set that this engine cannot decode. */
  | "ENCODING_UNSUPPORTED"
  /** A character set was guessed. */
  | "ENCODING_GUESSED"
  /** A file whose kind cannot be told. */
  | "FILE_UNCLEAR"
  /** The files are of different owners. */
  | "OWNER_DIFFERS"
  /** Whose file it is cannot be told. */
  | "OWNER_UNCLEAR"
  /** A limit on rows, or on size, was reached; the rest is left out. */
  | "ROW_LIMIT"
  | "LIMIT_EXCEEDED";

/** Of one row, card or field of a file. */
export type RowIssueCode =
  /** Form of the row or field. */
  | "COLUMN_COUNT"
  | "TOO_MANY_COLUMNS"
  | "HEADER_AGAIN"
  | "FIELD_TOO_LONG"
  | "QUOTE_STRAY"
  | "QUOTE_UNBALANCED"
  | "CARD_OPEN"
  | "CARD_OF_COMPANY"
  /** What the row is of. */
  | "ROW_DELETED"
  | "ROW_MERGED"
  | "ROW_FOOTER"
  | "ROW_RESTRICTED"
  | "ROW_WITHOUT_ID"
  | "ROW_WITHOUT_NAME"
  | "NAME_NOT_A_PERSON"
  | "COMPANY_MISSING"
  | "SELF_ROW"
  /** A record that is no object, or of a kind that is not read, or that does not say what it joins. */
  | "RECORD_UNREADABLE"
  | "RECORD_NOT_USED"
  | "RECORD_UNCLEAR"
  /** An event names a record that is not known, or not what changed in it: fetch it and read it. */
  | "RECORD_TO_FETCH"
  | "ID_REPEATED"
  | "ID_UNREADABLE"
  | "CONTACT_UNKNOWN"
  | "USER_OTHER"
  | "USER_UNKNOWN"
  | "MANAGER_ELSEWHERE"
  | "MANAGER_SELF"
  /** Dates. */
  | "DATE_AMBIGUOUS"
  | "DATE_IN_FUTURE"
  | "DATE_MISSING"
  | "DATES_REVERSED"
  | "DATE_UNREADABLE"
  /** Other fields. */
  | "DIRECTION_UNKNOWN"
  | "KIND_UNKNOWN"
  | "EMAIL_UNREADABLE"
  | "URL_UNREADABLE"
  | "NUMBER_UNREADABLE"
  | "SATISFACTION_UNREADABLE"
  /** Deals, tasks, events and messages that tell nothing of a tie. */
  | "DEAL_OPEN"
  | "DEAL_UNUSED"
  | "DEAL_WITHOUT_CONTACT"
  | "TASK_OPEN"
  | "ACTIVITY_AUTOMATIC"
  | "EVENT_NOT_ATTENDED"
  | "RECURRENCE_NOT_READ"
  | "GROUP_TOO_LARGE"
  | "MESSAGE_DRAFT"
  | "MESSAGE_SPONSORED"
  | "RECIPIENT_UNCLEAR";

/** Of records that a network does not take in. */
export type ImportIssueCode =
  /** Somebody who is suppressed: erased, or asked not to come back. */
  | "SUPPRESSED"
  /** Ties of an owner who has opted out; `details.count` says how many. */
  | "OWNER_OPTED_OUT";

/** Of a name, a text or a link that is to be shown. */
export type TextIssueCode =
  /** Characters that cannot be seen were taken out. */
  | "CONTROL_CHARS"
  /** Letters of several alphabets in one word. */
  | "MIXED_SCRIPT"
  /** An address that no message can be sent to. */
  | "INVALID_ADDRESS"
  /** A link that some mail programs cut off. */
  | "MAILTO_LONG";

/** Of a plan. */
export type PlanIssueCode =
  /** The buyer is nobody of the network. */
  | "TARGET_NOT_IN_NETWORK"
  /** Somebody of this name works elsewhere. */
  | "NAMESAKE_ELSEWHERE"
  /** Somebody is at a branch of the buyer's company, by its name. */
  | "BRANCH_OF_COMPANY"
  /** Every path ends in a tie that nobody has seen. */
  | "ONLY_INFERRED_TIES"
  /** The search for paths stopped at its bound of work: among very many equal ties some are missing. */
  | "PATHS_INCOMPLETE"
  /** The order of asks is not exact. */
  | "ORDER_APPROXIMATE"
  /** Writing to the buyer without anybody is worth more than any ask. */
  | "DIRECT_IS_BETTER"
  /** The buyer's position is not known, and guesses about who knows them hang on it. */
  | "TITLE_UNKNOWN"
  /** Nothing on record sets the first asks apart. */
  | "ASKS_LEVEL"
  /** Every ask costs more than it brings. */
  | "NOT_WORTH_ASKING"
  /** A colleague asked about the same target, or asked one of the plan's connectors, of late or with the answer still to come. */
  | "COLLEAGUE_ASKED_ABOUT_TARGET"
  | "COLLEAGUE_ASKED_CONNECTOR"
  /** Two people on a way are competitors, or one is of the seeker. */
  | "COMPETITORS_ON_WAY"
  /** Contacts who once worked at the buyer's company may know the buyer. */
  | "FORMER_COLLEAGUES"
  /** Contacts in the buyer's trade may know the buyer. */
  | "SAME_TRADE"
  /** An ask for this target waits for its answer. */
  | "ASK_OPEN"
  /** An introduction to this target was made before. */
  | "ALREADY_INTRODUCED"
  /** A connector named somebody else. */
  | "SOMEBODY_SUGGESTED";

/** Of the books: what `Ledger.verify` tells. */
export type BooksIssueCode =
  /** A balance assertion that does not hold. */
  | "BALANCE_MISMATCH"
  /** An event names an ask, or an entry, that the journal does not hold. */
  | "UNKNOWN_ASK"
  | "UNKNOWN_ENTRY";
