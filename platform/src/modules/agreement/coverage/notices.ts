import { z } from "zod";
import { defineText } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";

const detail = z.object({ by: z.string(), message: z.string() });
type Detail = z.infer<typeof detail>;

const text = defineText({
	nb: {
		title: ({ by }: Detail) => `${by} inviterer dere til en avtale`,
		body: ({ message }: Detail) => message,
	},
	nn: {
		title: ({ by }: Detail) => `${by} inviterer dykk til ein avtale`,
		body: ({ message }: Detail) => message,
	},
	en: {
		title: ({ by }: Detail) => `${by} invites you to an agreement`,
		body: ({ message }: Detail) => message,
	},
});

/** Tells those who are invited by a broker. */
export const agreementInvited = defineNotice({
	kind: "agreement.invited",
	detail,
	name: {
		nb: "Noen inviterer til en avtale",
		nn: "Nokon inviterer til ein avtale",
		en: "Somebody invites to an agreement",
	},
	text,
});
