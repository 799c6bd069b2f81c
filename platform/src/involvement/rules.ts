/** The phases something goes through; being involved early is being involved in the first two. */
export const phases = ["idea", "plan", "decision", "implementation", "evaluation"] as const;
export type Phase = (typeof phases)[number];

/** In what capacity someone was involved. */
export const involvedRoles = [
	"user",
	"next-of-kin",
	"user-council",
	"user-organisation",
	"union",
	"safety-representative",
	"employee",
	"leader",
	"politician",
	"partner",
] as const;
export type InvolvedRole = (typeof involvedRoles)[number];

export type Involved = { readonly role: InvolvedRole; readonly phase: Phase; readonly on: string };

/** How each expected role came in: early (idea or plan), late (decision or after), or never. */
export type Timeliness = "early" | "late" | "never";

/** For each role that should have been involved: when it first was. What was recorded by date decides, not the order of entry. */
export function timeliness(
	expected: readonly InvolvedRole[],
	recorded: readonly Involved[],
): Map<InvolvedRole, Timeliness> {
	return new Map(
		expected.map((role) => {
			const first = recorded
				.filter((one) => one.role === role)
				.sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase))[0];
			return [role, !first ? "never" : phases.indexOf(first.phase) <= phases.indexOf("plan") ? "early" : "late"];
		}),
	);
}
