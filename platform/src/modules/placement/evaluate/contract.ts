import { z } from "zod";
import { version } from "../../organisation/contract.ts";
import { evaluationLevels } from "./codes.ts";

const level = z.enum(evaluationLevels);

/** A student's answer about a placement that is over. */
export const evaluationAnswer = z.object({
	version,
	outcomes: level,
	supervision: level,
	welcome: level,
	recommend: z.enum(["yes", "no"]),
	remark: z.string().trim().max(2000).nullable(),
});
export type EvaluationAnswer = z.infer<typeof evaluationAnswer>;

export type Evaluation = {
	readonly organisationId: string;
	readonly placementId: string;
	readonly personId: string | null;
	readonly siteName: string;
	readonly courseName: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly answeredAt: Date | null;
	readonly outcomes: number | null;
	readonly supervision: number | null;
	readonly welcome: number | null;
	readonly recommend: boolean | null;
	readonly remark: string | null;
	readonly version: number;
};

export const evaluationRefusals = ["missing", "evaluation-over", "changed-by-another"] as const;
export type EvaluationRefusal = (typeof evaluationRefusals)[number];
