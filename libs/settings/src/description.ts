import type { SecretPart } from './secret.rules';

/** What is known of one setting. */
export interface Description {
  readonly meaning: string;
  readonly otherwise: string;
  readonly requiredInProduction: boolean;
  /** Completes the sentence "it must be …". */
  readonly must: string;
  readonly example: string;
  /** Marks a secret: production refuses short and guessable ones, and it may come from a file. */
  readonly secret?: {
    readonly part: SecretPart;
    readonly atLeast: number;
    /** Whether several may be given, separated by commas. */
    readonly several?: boolean;
  };
}
