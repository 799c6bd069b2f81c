import type { Language } from "../language.ts";
import { noticeText } from "./text.ts";

export type Letter = { readonly text: string; readonly html: string };

type Part =
	| { readonly kind: "paragraph"; readonly lines: readonly string[] }
	| { readonly kind: "link"; readonly label: string; readonly to: string };

/** A line `[Label](/path)` by itself. */
const linkLine = /^\[(.+)\]\((\/(?![/\\])[^\s()\\]*)\)$/;

/**
 * A mail as plain text and as simple HTML, from a body of paragraphs where a line `[Label](/path)` is a link to this
 * site. Anything else a person wrote stays text.
 * @param base the address of this site, without a trailing slash
 * @param choice whether the reader has an account, and so can choose what to be mailed
 */
export function writeLetter(given: {
	readonly language: Language;
	readonly subject: string;
	readonly body: string;
	readonly base: string;
	readonly choice: boolean;
}): Letter {
	const { language, subject, base } = given;
	const words = noticeText[language].mail;
	const parts = readParts(given.body);
	const footer: readonly Part[] = [
		{ kind: "paragraph", lines: [given.choice ? words.whyAccount : words.whyAddress] },
		...(given.choice ? [{ kind: "link", label: words.choose, to: preferencesPath } as const] : []),
	];
	const text = `${parts.map((part) => partText(part, base)).join("\n\n")}\n\n-- \n${footer
		.map((part) => partText(part, base))
		.join("\n")}\n`;
	const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family:Inter,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1b2330;max-width:40em">
${parts.map((part) => partHtml(part, base)).join("\n")}
<hr style="border:0;border-top:1px solid #c7ccd4;margin-top:2em">
<div style="font-size:14px;color:#4a5260">${footer.map((part) => partHtml(part, base)).join("\n")}</div>
</body></html>
`;
	return { text, html };
}

export const preferencesPath = "/profile/notices";

/** One line that becomes a link; whatever could end the label or the line is taken out of it. */
export function linkTo(path: string, label: string): string {
	return `[${label.replace(/[\r\n]+/g, " ")}](${path})`;
}

function readParts(body: string): Part[] {
	const parts: Part[] = [];
	let lines: string[] = [];
	const close = () => {
		if (lines.length > 0) parts.push({ kind: "paragraph", lines });
		lines = [];
	};
	for (const line of body.replace(/\r\n?/g, "\n").split("\n")) {
		const link = linkLine.exec(line.trim());
		if (link?.[1] && link[2]) {
			close();
			parts.push({ kind: "link", label: link[1], to: link[2] });
		} else if (line.trim() === "") close();
		else lines.push(line.trimEnd());
	}
	close();
	return parts;
}

function partText(part: Part, base: string): string {
	return part.kind === "link" ? `${part.label}: ${base}${part.to}` : part.lines.join("\n");
}

function partHtml(part: Part, base: string): string {
	return part.kind === "link"
		? `<p><a href="${escapeHtml(base + part.to)}" style="color:#0b4f8a">${escapeHtml(part.label)}</a></p>`
		: `<p>${part.lines.map(escapeHtml).join("<br>")}</p>`;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;")
		.replaceAll("'", "&#39;");
}
