import { defineText } from "../../../language.ts";

/** What the pages of a commitment say. */
export const commitmentText = defineText({
	nb: {
		anyProfession: "Alle",
		addCommitment: "Legg til forpliktelse",
		newCommitment: "Ny forpliktelse",
		commitment: "Forpliktelse",
		commitmentAdded: "Forpliktelsen er lagt til.",
		removeCommitment: "Ta ut forpliktelsen",
		removeCommitmentBody: "Forpliktelsen tas ut av avtalen.",
		commitmentRemoved: "Forpliktelsen er tatt ut.",
		noCommitments: "Ingen forpliktelser ennå.",
	},
	nn: {
		anyProfession: "Alle",
		addCommitment: "Legg til forplikting",
		newCommitment: "Ny forplikting",
		commitment: "Forplikting",
		commitmentAdded: "Forpliktinga er lagd til.",
		removeCommitment: "Ta ut forpliktinga",
		removeCommitmentBody: "Forpliktinga blir teken ut av avtalen.",
		commitmentRemoved: "Forpliktinga er teken ut.",
		noCommitments: "Ingen forpliktingar enno.",
	},
	en: {
		anyProfession: "All",
		addCommitment: "Add commitment",
		newCommitment: "New commitment",
		commitment: "Commitment",
		commitmentAdded: "The commitment is added.",
		removeCommitment: "Take the commitment out",
		removeCommitmentBody: "The commitment is taken out of the agreement.",
		commitmentRemoved: "The commitment is taken out.",
		noCommitments: "No commitments yet.",
	},
});
