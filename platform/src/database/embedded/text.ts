import type { FaultCode, FaultData, ObservationCode, Texts } from "./finding.ts";
import { english } from "./text.en.ts";
import { bokmål } from "./text.nb.ts";
import { nynorsk } from "./text.nn.ts";

export type Language = "nb" | "nn" | "en";

const texts: Readonly<Record<Language, Texts>> = { nb: bokmål, nn: nynorsk, en: english };

/** What was found, as one or two sentences. */
export function findingMessage(language: Language, code: FaultCode | ObservationCode, data: FaultData): string {
	return texts[language][code](data).message;
}

/** What to do about it; empty where there is nothing to do. */
export function findingRemedy(language: Language, code: FaultCode | ObservationCode, data: FaultData): string {
	return texts[language][code](data).remedy ?? "";
}
