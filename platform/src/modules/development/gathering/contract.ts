import { z } from "zod";
import { commonRefusals, day, id } from "../../organisation/contract.ts";
import { standings } from "../status/codes.ts";

const words = (most: number) => z.string().trim().min(1).max(most);
const perhaps = z.string().trim().max(2000).default("");

export const taskFacts = z.object({ task: words(1000), dueOn: day });
export type TaskFacts = z.infer<typeof taskFacts>;
export type Task = TaskFacts & { readonly id: string; readonly meetingId: string };
export type TaskDone = { readonly taskId: string; readonly memberId: string; readonly doneOn: string };

/** How a member stands before a gathering, as its card states it. */
export const cardFacts = z.object({
	memberId: id,
	standing: z.enum(standings),
	/** Since the last gathering. */
	done: perhaps,
	next: perhaps,
	/** What the others can help with. */
	help: perhaps,
	/** The tasks it has done, of those for this gathering. */
	taskIds: z.array(id).default([]),
});
export type CardFacts = z.infer<typeof cardFacts>;
export type StatusCard = Omit<CardFacts, "taskIds"> & {
	readonly meetingId: string;
	readonly onDay: string;
	readonly recordedBy: string;
};

/** What somebody takes home from a gathering: what, who does it with them, and by when. */
export const takeHomeFacts = z.object({
	memberId: id,
	participant: words(200),
	what: words(1000),
	who: words(300),
	dueOn: day,
	/** The leader who is asked once whether anybody asked. */
	leaderName: words(200),
	leaderEmail: z.email().max(320).nullable(),
});
export type TakeHomeFacts = z.infer<typeof takeHomeFacts>;

export const takeHomeAnswer = z.object({ asked: z.enum(["yes", "no"]), note: z.string().trim().max(1000).default("") });
export type TakeHomeAnswer = z.infer<typeof takeHomeAnswer>;

export type TakeHome = TakeHomeFacts & {
	readonly id: string;
	readonly meetingId: string;
	readonly askOn: string;
	readonly toldOn: string | null;
	readonly asked: TakeHomeAnswer["asked"] | null;
	readonly note: string;
	readonly answeredOn: string | null;
};

export const gatheringRefusals = [
	...commonRefusals,
	"has-ended",
	"has-been-held",
	"not-been-held",
	"due-after-gathering",
	"task-done",
	"card-empty",
	"help-missing",
	"already-answered",
	"hours-missing",
	"signed-up-already",
	"time-missing",
	"because-missing",
	"ahead-of-today",
] as const;
export type GatheringRefusal = (typeof gatheringRefusals)[number];
