import { z } from "zod";

/** Providers leave out what they do not know, and some send empty text or other shapes: those count as left out. */
const words = z
	.string()
	.transform((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, " ").trim())
	.pipe(z.string().min(1))
	.optional()
	.catch(undefined);
const shape = z.object({
	sub: z.string().min(1).max(255),
	name: words,
	given_name: words,
	family_name: words,
	preferred_username: words,
	email: z.email().max(320).optional().catch(undefined),
	email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
});

export type Claims = {
	readonly subject: string;
	readonly name: string;
	readonly email: string | null;
	/** Whether the address is known to be this person's own. */
	readonly isEmailVerified: boolean;
};

/**
 * Reads who a provider says signed in. Only these few claims are looked at: a national identity number in the answer
 * (ID-porten's `pid`) is never read, let alone kept.
 * @param trustsEmail see the configuration of providers
 */
export function readClaims(claims: unknown, trustsEmail: boolean | undefined): Claims {
	const { sub, name, given_name, family_name, preferred_username, email, email_verified } = shape.parse(claims);
	const fullName = [given_name, family_name].filter((part) => part !== undefined).join(" ");
	return {
		subject: sub,
		name: (name ?? (fullName || preferred_username) ?? email ?? "Uten navn").slice(0, 200),
		email: email ?? null,
		isEmailVerified: email !== undefined && trustsEmail !== false && (email_verified ?? trustsEmail ?? false),
	};
}
