/**
 * Reply endpoints and subscriptions: whom the gateway may call, and who hears of what. Those of the configuration and those
 * made by the API at run time are the same to everybody else. Knows nothing of how they are called.
 */
import { gatewayNames } from '../message/caller.js';

/** How a secret is given: never as a value that could be read back. `sealed`: as the store keeps a value, encrypted. */
export type Secret =
  { readonly env: string } | { readonly file: string } | { readonly value: string } | { readonly sealed: string };

export interface EndpointAuth {
  readonly basic?: { readonly user: string; readonly password: Secret } | undefined;
  /** WS-Security UsernameToken. */
  readonly usernameToken?:
    { readonly user: string; readonly password: Secret; readonly digest?: boolean | undefined } | undefined;
  /** WS-Security signature of Body and Timestamp; PEM. */
  readonly signature?: { readonly key: Secret; readonly certificate: Secret } | undefined;
}

export interface EndpointTls {
  /** PEM of the authorities trusted for this endpoint; the system's when absent. */
  readonly ca?: Secret | undefined;
  /** Client certificate and key; PEM. */
  readonly certificate?: Secret | undefined;
  readonly key?: Secret | undefined;
}

/** Where replies and events may be sent. */
export interface ReplyEndpoint {
  readonly name: string;
  /** `http:` or `https:`; what a ReplyAddress must equal, unless it is the name. */
  readonly url: string;
  readonly soap: '1.1' | '1.2';
  readonly auth: EndpointAuth;
  readonly tls: EndpointTls;
  /** Namespace era of what is sent. */
  readonly era: '2011' | '2015' | '2017' | '2021';
  /** Whether what is sent has an element of its own for each noun, the generic service's wrapper, or is bare; typed when absent. */
  readonly form?: 'typed' | 'generic' | 'bare' | undefined;
  /** Name of a dialect of the configuration whose namespaces and habits it has. */
  readonly dialect?: string | undefined;
  /** Bytes of a payload above which it is sent compressed; that of the dialect when absent. */
  readonly compressAbove?: number | undefined;
  /** How final replies go out: as `<Noun>ResponseMessage`, or as the event `Created<Noun>` that Reply services take. */
  readonly replies: 'response' | 'event';
  /** Inactive ones get nothing, and are refused as ReplyAddress. */
  readonly active: boolean;
  /** Messages under way to it at a time. */
  readonly connections: number;
  /** Who may name it as ReplyAddress, and have it hear of things by the API; everybody when absent. */
  readonly principals?: readonly string[] | undefined;
  /** Inner networks (`10.1.0.0/16`) that the name of its host may lead into; an endpoint given by address needs none. */
  readonly allowNetworks?: readonly string[] | undefined;
}

/** Whether somebody may name an endpoint; undefined is who has not shown who he is. */
export function mayName(principal: string | undefined, { principals }: Pick<ReplyEndpoint, 'principals'>): boolean {
  return principals === undefined || principals.includes(principal ?? gatewayNames.anonymous);
}

/** Which events and data an endpoint gets. Everything given must hold. */
export interface Subscription {
  readonly name: string;
  readonly endpoint: string;
  readonly noun: string;
  readonly active: boolean;
  readonly filter: {
    /** Masks of event types such as `3.26.*.*`. */
    readonly types?: readonly string[] | undefined;
    /** mRIDs or names of devices, usage points, groups of devices. */
    readonly devices?: readonly string[] | undefined;
    readonly usagePoints?: readonly string[] | undefined;
    readonly groups?: readonly string[] | undefined;
    /** Reading types, for MeterReadings. */
    readonly readingTypes?: readonly string[] | undefined;
  };
}

/** What is known now; changes are seen at once, everywhere. */
export interface Registry {
  endpoint(name: string): ReplyEndpoint | undefined;
  /** The active endpoint that a ReplyAddress names: by its name, or by its URL after one canonical parse. */
  endpointAt(replyAddress: string): ReplyEndpoint | undefined;
  /** All, the inactive ones too. */
  endpoints(): readonly ReplyEndpoint[];
  /** Those in force: active, and their endpoint too. */
  subscriptions(noun?: string): readonly Subscription[];
}

/** What the API made; rows as JSON, without the ones of the configuration. */
export interface RegistryReads {
  savedEndpoints(): Promise<readonly ReplyEndpoint[]>;
  savedSubscriptions(): Promise<readonly Subscription[]>;
}

export interface RegistryWrites {
  saveEndpoint(endpoint: ReplyEndpoint): Promise<void>;
  /** Answers whether there was one. */
  removeEndpoint(name: string): Promise<boolean>;
  saveSubscription(subscription: Subscription): Promise<void>;
  removeSubscription(name: string): Promise<boolean>;
}
