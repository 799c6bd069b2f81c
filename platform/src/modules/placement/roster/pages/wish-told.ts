import type { Language } from "../../../../language.ts";
import type { WishStep } from "../rules.ts";
import { wishesText } from "./wishes.text.ts";

/** What is announced after a press. */
export function toldOf(language: Language, step: WishStep["step"]): string {
	const text = wishesText[language];
	return step === "add" ? text.added : step === "remove" ? text.removed : text.moved;
}
