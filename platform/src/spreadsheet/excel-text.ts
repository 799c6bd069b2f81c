/** Excel writes characters XML cannot hold as _x000D_, and an underscore that looks like one as _x005F_. */
export function unescapeExcel(text: string): string {
	if (!text.includes("_x")) return text;
	return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export function escapeExcel(text: string): string {
	return text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}
