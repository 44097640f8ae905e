package content

// Answers are what one person said, question by question, in the words chosen.
type Answers struct {
	// Question, Chosen and Stage head the columns; all empty where the answers are few
	// and need no heads. Then no stage is shown.
	Question, Chosen, Stage Text
	Groups                  []AnswerGroup
}

// An AnswerGroup is the answers about one thing.
type AnswerGroup struct {
	Heading, Aside Text // may be empty
	Items          []Answer
}

// An Answer is a question with what was said to it.
type Answer struct {
	Question Text
	Chosen   Text
	Note     Text   // of the one who answered; may be empty
	Cells    []Cell // one a stage; none where no stage was chosen
	Alt      Text   // the cells in words
}

// Marks are one a stage, met where that is reached.
func (a Answer) Marks() []Mark {
	marks := make([]Mark, len(a.Cells))
	for i, c := range a.Cells {
		marks[i] = Missing
		if c.Fill == Reached {
			marks[i] = Met
		}
	}
	return marks
}

// WriteTo gives the answers to a writer.
func (b Answers) WriteTo(w Writer) { w.Answers(b) }
