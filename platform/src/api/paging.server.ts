import { z } from "@hono/zod-openapi";

/** What a list takes: where to go on, and how many. */
export const pagingQuery = z.object({
	cursor: z.string().max(500).optional().openapi({ description: "`next` of the page before" }),
	limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** A page of a list: `next` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
	return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** An opaque cursor that holds the sort key of the last item. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
	return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The sort key in a cursor, or null when the text is no cursor of ours. */
export function decodeCursor<Shape extends z.ZodType>(cursor: string, shape: Shape): z.output<Shape> | null {
	try {
		const parsed = shape.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}

/** Cuts a page out of `limit + 1` items read, and makes the cursor of the next. */
export function cutPage<Item>(
	items: readonly Item[],
	limit: number,
	key: (item: Item) => readonly (string | number | null)[],
): { items: Item[]; next: string | null } {
	const page = items.slice(0, limit);
	const last = page.at(-1);
	return { items: page, next: items.length > limit && last !== undefined ? encodeCursor(key(last)) : null };
}
