/** What a student is asked of a placement that is over, each answered from 1 (disagrees) to 4 (agrees). */
export const evaluationQuestions = ["outcomes", "supervision", "welcome"] as const;
export const evaluationLevels = ["4", "3", "2", "1"] as const;

/** Fewer answers than these are not shown: they would tell who said what. */
export const fewestShown = 3;

/** What has been said of one site. */
export type SiteEvaluation = {
	readonly asked: number;
	/** Null: fewer than are shown. Of each question how many agree, and how many would recommend the site. */
	readonly shown: {
		readonly answered: number;
		readonly firstYear: number;
		readonly lastYear: number;
		readonly outcomes: number;
		readonly supervision: number;
		readonly welcome: number;
		readonly recommend: number;
	} | null;
};
