export interface ContractProblem {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Examines all contract files below a folder. */
export function lintContract(folder: string): {
  readonly xsds: number;
  readonly wsdls: number;
  readonly problems: readonly ContractProblem[];
};
