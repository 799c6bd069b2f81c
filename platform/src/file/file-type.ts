export type FileType = "application/pdf" | "image/png" | "image/jpeg";

/** The largest file taken in, bytes. */
export const mostBytes = 10_000_000;

const starts: readonly (readonly [FileType, readonly number[]])[] = [
	["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
	["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
	["image/jpeg", [0xff, 0xd8, 0xff]],
];

/** What a file is, by how it begins; undefined for what is not taken in. */
export function fileTypeOf(content: Uint8Array): FileType | undefined {
	return starts.find(([, begin]) => begin.every((byte, index) => content[index] === byte))?.[0];
}
