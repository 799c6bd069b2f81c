export type Answer = {
	readonly status: number;
	/** Head and body, as they came over the wire. */
	readonly bytes: number;
};

/** No head of ours is as long, characters. */
const longestHead = 32_768;

/**
 * Reads the answers of one connection, one after another, as its bytes come in; gives an answer when it is whole, null where what
 * comes is none that says how long it is. Nothing is unpacked or kept: who plays the users takes no processor time from the product.
 */
export function readAnswers(): (piece: Buffer) => Answer | null | undefined {
	let head = "";
	let [status, bytes, missing] = [0, 0, -1];
	return (piece) => {
		bytes += piece.length;
		if (missing >= 0) missing -= piece.length;
		else {
			const before = head.length;
			head += piece.toString("latin1");
			const end = head.indexOf("\r\n\r\n", Math.max(0, before - 3));
			if (end < 0) return head.length > longestHead ? null : undefined;
			const length = /\r\ncontent-length: *(\d+)\r\n/i.exec(head.slice(0, end + 2));
			status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
			if (!length || Number.isNaN(status)) return null;
			missing = Number(length[1]) + end + 4 - bytes;
			head = "";
		}
		if (missing > 0) return undefined;
		if (missing < 0) return null;
		const answer = { status, bytes };
		[bytes, missing] = [0, -1];
		return answer;
	};
}
