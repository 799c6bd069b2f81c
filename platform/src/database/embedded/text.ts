import type { ObservationCode } from "./diagnosis.ts";
import type { FaultCode, FaultData } from "./fault.ts";
import { english } from "./text.en.ts";
import { bokmål } from "./text.nb.ts";
import { nynorsk } from "./text.nn.ts";

export type Language = "nb" | "nn" | "en";

/** What is the matter, and what a person can do about it. Nothing to do: no remedy. */
export type Words = { readonly message: string; readonly remedy?: string };

/** Every code has its words in every language, or this does not compile. */
export type Texts = Readonly<Record<FaultCode | ObservationCode, (data: FaultData) => Words>>;

const texts: Readonly<Record<Language, Texts>> = { nb: bokmål, nn: nynorsk, en: english };

/** What was found, as one or two sentences. */
export function findingMessage(language: Language, code: FaultCode | ObservationCode, data: FaultData): string {
	return texts[language][code](data).message;
}

/** What to do about it; empty where there is nothing to do. */
export function findingRemedy(language: Language, code: FaultCode | ObservationCode, data: FaultData): string {
	return texts[language][code](data).remedy ?? "";
}
