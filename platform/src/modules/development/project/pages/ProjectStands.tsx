import { useLanguage } from "../../../../ui/language.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import type { ProjectState, Stall } from "../codes.ts";
import { projectText } from "../text.ts";

const tones: Readonly<Record<ProjectState, Tone>> = { draft: "neutral", running: "info", ended: "neutral" };

/** Where a project is: its state, and where it has stalled if it has. */
export function ProjectStands({ state, stall }: { readonly state: ProjectState; readonly stall?: Stall | undefined }) {
	const text = projectText[useLanguage()];
	if (stall !== undefined) return <Status tone={stall === "stuck" ? "danger" : "warning"}>{text.stalls[stall]}</Status>;
	return <Status tone={tones[state]}>{text.states[state]}</Status>;
}
