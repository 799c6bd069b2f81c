import { z } from "zod";
import type { GuidanceState } from "./codes.ts";

export const guidanceFacts = z.object({
	giverId: z.uuid(),
	subject: z.string().trim().min(1).max(160),
	body: z.string().trim().min(1).max(4000),
});
export type GuidanceFacts = z.infer<typeof guidanceFacts>;

/** What who asked adds. */
export const moreFacts = z.object({ body: z.string().trim().min(1).max(4000) });

/** Advice, and what it rests on: it is never given without. */
export const adviceFacts = moreFacts.extend({ restsOn: z.string().trim().min(1).max(1000) });
export type AdviceFacts = z.infer<typeof adviceFacts>;

export type ListedGuidance = {
	readonly organisationId: string;
	readonly id: string;
	readonly askerName: string;
	readonly giverId: string;
	readonly giverName: string;
	readonly subject: string;
	/** Whether those who supervise may read it too. */
	readonly open: boolean;
	readonly state: GuidanceState;
	readonly lastAt: Date;
};

export type GuidanceStep = {
	readonly id: string;
	readonly kind: "asked" | "advised" | "opened" | "walled";
	readonly body: string;
	readonly restsOn: string;
	readonly at: Date;
	readonly by: string;
};

export type Guide = { readonly personId: string; readonly name: string; readonly supervises: boolean };
