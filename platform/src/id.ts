const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is an id at all, a UUID in small letters; one from an address that is not is answered as missing. */
export function isId(value: string): boolean {
	return pattern.test(value);
}
