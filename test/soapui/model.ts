/** A SoapUI project, as far as the gateway's own uses it: what the printer writes and the runner reads. */

export interface Project {
  readonly name: string;
  readonly description: string;
  readonly properties: readonly Property[];
  readonly interfaces: readonly Interface[];
  readonly suites: readonly TestSuite[];
}

/** A text that messages, addresses and expectations name as `${#Project#name}`. */
export interface Property {
  readonly name: string;
  readonly value: string;
  readonly description?: string | undefined;
}

export interface Interface {
  readonly name: string;
  /** Namespace and name of the binding in the WSDL. */
  readonly binding: { readonly namespace: string; readonly name: string };
  /** Where the WSDL is. */
  readonly definition: string;
  readonly endpoint: string;
  readonly operations: readonly InterfaceOperation[];
}

export interface InterfaceOperation {
  readonly name: string;
  readonly action: string;
  /** Names of the messages in the WSDL's port type. */
  readonly input: string;
  readonly output: string;
}

export interface TestSuite {
  readonly name: string;
  readonly description: string;
  readonly cases: readonly TestCase[];
}

export interface TestCase {
  readonly name: string;
  readonly description: string;
  readonly steps: readonly TestStep[];
}

export type TestStep = RequestStep | DelayStep;

export interface RequestStep {
  readonly kind: 'request';
  readonly name: string;
  readonly interface: string;
  readonly operation: string;
  readonly endpoint: string;
  readonly request: string;
  readonly assertions: readonly Assertion[];
}

/** Lets time pass. */
export interface DelayStep {
  readonly kind: 'delay';
  readonly name: string;
  readonly milliseconds: string;
}

export type Assertion = PlainAssertion | XPathMatch;

/**
 * SoapUI's own names of kinds. Mind that its two assertions of faults have each other's name: `SOAP Fault Assertion` wants no fault,
 * `Not SOAP Fault Assertion` wants one.
 */
export interface PlainAssertion {
  readonly type: 'SOAP Response' | 'Schema Compliance' | 'SOAP Fault Assertion' | 'Not SOAP Fault Assertion';
}

export interface XPathMatch {
  readonly type: 'XPath Match';
  readonly name: string;
  /** XPath behind its `declare namespace` lines. */
  readonly path: string;
  readonly content: string;
  /** Whether `*` in the content stands for any text. */
  readonly wildcards: boolean;
}
