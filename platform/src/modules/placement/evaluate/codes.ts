/** What a student is asked of a placement that is over, each answered from 1 (disagrees) to 4 (agrees). */
export const evaluationQuestions = ["outcomes", "supervision", "welcome"] as const;
export const evaluationLevels = ["4", "3", "2", "1"] as const;

/** What has been said of one site. The database tells it from three answers on: fewer would tell who said what. */
export type SiteEvaluation = {
	readonly asked: number;
	/** Null: fewer than three answers. Of each question how many agree, and how many would recommend the site. */
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
