import { z } from "zod";
import { day, id, version } from "../../organisation/contract.ts";
import { type AgreementRefusal, exchangeKinds } from "../contract.ts";

const share = z.int().min(0).max(100).nullable();

/** Somebody who works across the border, as its form states it. Days are inclusive, shares are per cent of a full post. */
export const exchangeFacts = z.object({
	kind: z.enum(exchangeKinds),
	/** The agreement it comes of, where it comes of one. */
	agreementId: id.nullable(),
	/** Where the person is employed … */
	homeId: id,
	/** … and where they work besides. */
	guestId: id,
	/** Null: vacant. */
	personName: z.string().trim().min(1).max(200).nullable(),
	title: z.string().trim().min(1).max(200),
	homeShare: share,
	guestShare: share,
	financing: z.string().trim().max(1000),
	tasks: z.string().trim().max(4000),
	/** Of lecturing: how many lectures have been held; null: not said. */
	lectures: z.int().min(1).max(1000).nullable(),
	firstDay: day,
	/** Null: until further notice. */
	lastDay: day.nullable(),
});
export type ExchangeFacts = z.infer<typeof exchangeFacts>;

export const evaluation = z.object({ evaluation: z.string().trim().min(1).max(4000), version });
export type Evaluation = z.infer<typeof evaluation>;

export type Exchange = ExchangeFacts & {
	readonly id: string;
	/** Who keeps the row: the organisation that wrote it. */
	readonly organisationId: string;
	readonly homeName: string;
	readonly guestName: string;
	/** Null where it comes of none, or of one the asker may not read. */
	readonly agreementTitle: string | null;
	readonly evaluation: string;
	readonly evaluatedOn: string | null;
	readonly version: number;
};

export type ExchangeRefusal =
	| AgreementRefusal
	| "same-organisation"
	| "not-own"
	| "shares-too-large"
	| "not-begun-yet"
	| "lectures-of-lecturing";
