import type { Language } from "../language.ts";

/**
 * A number as a field shows it, so that it is read back as the same number: decimal comma in Norwegian, point in
 * English, where a third decimal gets a fourth (1.234 is a thousand to some readers and is asked about).
 */
export function writtenNumber(language: Language, value: number): string {
	const plain = String(value);
	if (language !== "en") return plain.replace(".", ",");
	return /^-?[1-9]\d{0,2}\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}
