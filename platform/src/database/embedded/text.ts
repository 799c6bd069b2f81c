import type { FaultCode, FaultData } from "./fault.ts";

export type Language = "nb" | "nn" | "en";

export function faultMessage(_language: Language, code: FaultCode, data: FaultData): string {
	return `${code} ${JSON.stringify(data)}`;
}

export function faultRemedy(_language: Language, code: FaultCode, _data: FaultData): string {
	return code;
}
