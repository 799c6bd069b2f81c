import type { Language } from "../language.ts";
import { writeWorkbook } from "./write.server.ts";
import type { WrittenSheet } from "./written.ts";

/** A workbook as the answer to a request, saved by the browser under this name. */
export async function excelAnswer(
	sheets: readonly WrittenSheet[],
	language: Language,
	fileName: string,
): Promise<Response> {
	return fileAnswer(await writeWorkbook({ sheets, language }), fileName);
}

export function fileAnswer(bytes: Uint8Array, fileName: string): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"Content-Disposition": `attachment; filename="laeringsarena-${fileName}.xlsx"`,
		},
	});
}
