package rubric

import (
	"bytes"

	"collab/internal/strict"
)

// Parse reads a rubric from a file's text; the name is that of the file. The
// error holds everything that is wrong with it, each fault with line, column
// and what was expected.
//
// # What a rubric may be
//
// It has an id, a version and a name; 2 to 7 stages; roles, "other" among
// them; what the two scopes mean; dimensions and the priorities among them.
//
// Dimensions come in the order traits (one or more), spectrum (at most one,
// whose id is "spectrum"), benefit areas. A dimension has up to 20 questions:
// a trait at least two, since a position is a mean; a benefit area at most one
// a scope, since it is a table. A question of the spectrum has no scope, every
// other one has. Each question has an anchor for every stage and a next step
// towards every stage but the first.
//
// A spectrum needs joint_work, which says what its answers are about; forms
// need aim. Without the one there is no use for the other. All else may be
// left out.
//
// Ids are lower-case words of letters, digits and underscores, up to 40
// characters; a question's is its dimension's, a dot and a word. Ids of one
// kind differ; those of dimensions and forms differ from each other too and
// from the words that stand beside them in files. What is referred to exists.
//
// Texts are one line: line breaks and runs of blanks are read as one blank.
// Names have up to 60 characters, a question's up to 28 and a dimension's
// short one up to 14, so that they fit tables; other texts up to 500.
//
// A rubric may declare that questions are equivalent to those of other wordings, such as
// of the rubric that it translates: equivalent has the reason, and by the question's id
// the digests of these wordings. They are compared as if the words were the same, and
// every comparison says so.
//
// The name of a released rubric belongs to that one.
func Parse(name string, text []byte) (*Rubric, error) {
	top, err := strict.Parse(name, text)
	if err != nil {
		return nil, err
	}
	p := newParser(&Rubric{Digest: digestFile(text), text: bytes.Clone(text)})
	if knownFormat(top) {
		p.rubric(top)
	}
	if err := top.Err(); err != nil {
		return nil, err
	}
	p.gather()
	return p.Rubric, nil
}

const format = 1

// knownFormat is false where the file says that it has another format. Then
// nothing else of it is judged: a newer program's file is not full of faults.
func knownFormat(top strict.Value) bool {
	for _, e := range top.Entries() {
		if e.Name != "format" || !e.Value.Exists() {
			continue
		}
		n := e.Value.Int(1, 1_000_000)
		if n > format {
			e.Value.Fault("format %d is unknown; this program reads format %d", n, format)
		}
		return n == format
	}
	return true
}

// A parser fills a rubric, stages first, so that what refers to something is
// read after it.
type parser struct {
	*Rubric
	stageIDs    []string // nil where the stages themselves are at fault: then no text by stage is judged
	placeIDs    ids      // of dimensions and forms
	questionIDs ids
	factIDs     ids
}

func newParser(r *Rubric) *parser {
	return &parser{Rubric: r, placeIDs: ids{}, questionIDs: ids{}, factIDs: ids{}}
}

func (p *parser) rubric(top strict.Value) {
	m := top.Mapping("format", "id", "version", "language", "name", "stages", "other_answers", "terms",
		"instructions", "reminder", "roles", "scopes", "dimensions", "targets", "joint_work", "says_so", "aim",
		"priorities", "hurdles", "forms", equivalentKey)
	m.Need("format")
	p.ID = rubricID(m.Need("id"))
	p.Version = version(m.Need("version"))
	p.Language = language(m.Get("language"))
	p.Name = name(m.Need("name"))
	p.Stages = p.readStages(m.Need("stages"))
	p.DontKnow, p.NotApply = otherAnswers(m.Get("other_answers"))
	p.Terms = terms(m.Get("terms"))
	p.Instructions = texts(m.Get("instructions"))
	p.Reminder = text(m.Get("reminder"))
	p.Roles = roles(m.Need("roles"))
	p.Scopes = scopes(m.Need("scopes"))
	p.Dimensions = p.readDimensions(m.Need("dimensions"))
	p.Targets = p.targets(m.Get("targets"))
	p.JointWork = jointWork(needWith(m, "joint_work", len(p.ofKind(Spectrum)) > 0, "a spectrum"))
	p.SaysSo = text(m.Get("says_so"))
	p.Aim = aim(needWith(m, "aim", m.Get("forms").Exists(), "forms"))
	p.Priorities = p.priorities(m.Need("priorities"))
	p.Hurdles = p.hurdles(m.Get("hurdles"))
	p.Forms = p.forms(m.Get("forms"))
	p.equivalent(m.Get(equivalentKey))
	notReleased(p.Rubric, m.Get("version"))
}

// gather puts the questions of all dimensions in one row, and likewise what
// else is asked for often.
func (p *parser) gather() {
	p.traits, p.benefits = p.ofKind(Trait), p.ofKind(Benefit)
	if p.SaysSo != "" {
		p.facts = append(p.facts, Fact{ID: SaysSoID, Text: p.SaysSo})
	}
	for _, f := range p.Forms {
		p.facts = append(p.facts, f.Facts...)
	}
	p.index = map[string]int{}
	for _, d := range p.Dimensions {
		for _, q := range d.Questions {
			p.index[q.ID] = len(p.questions)
			p.questions = append(p.questions, q)
		}
	}
}

// ofKind are the dimensions of a kind that were read so far.
func (p *parser) ofKind(kind Kind) []*Dimension {
	var out []*Dimension
	for _, d := range p.Dimensions {
		if d.Kind == kind {
			out = append(out, d)
		}
	}
	return out
}

func (p *parser) readStages(v strict.Value) []Stage {
	items := list(v, 2, 7, "stages")
	seen := ids{}
	var stages []Stage
	for _, item := range items {
		m := item.Mapping("id", "name", "meaning")
		stages = append(stages, Stage{
			ID:      seen.add(stageID(m.Need("id"))),
			Name:    name(m.Need("name")),
			Meaning: text(m.Need("meaning")),
		})
	}
	if len(seen) == len(items) {
		for _, s := range stages {
			p.stageIDs = append(p.stageIDs, s.ID)
		}
	}
	return stages
}

func otherAnswers(v strict.Value) (dontKnow, notApply string) {
	m := v.Mapping("dont_know", "does_not_apply")
	return nameOr(m.Get("dont_know"), "I don't know"), nameOr(m.Get("does_not_apply"), "Does not apply to us")
}

func terms(v strict.Value) []Term {
	var terms []Term
	for _, e := range v.Entries() {
		terms = append(terms, Term{name(e.Key), text(e.Value)})
	}
	return terms
}

func roles(v strict.Value) []Choice {
	roles := choices(v)
	if _, ok := find(roles, OtherRole, choiceID); len(roles) > 0 && !ok {
		v.Fault("the role %s is missing; who gives no role counts as that", OtherRole)
	}
	return roles
}

func scopes(v strict.Value) map[Scope]string {
	m := v.Mapping(string(Within), string(Between))
	return map[Scope]string{
		Within:  text(m.Need(string(Within))),
		Between: text(m.Need(string(Between))),
	}
}

func (p *parser) readDimensions(v strict.Value) []*Dimension {
	var dimensions []*Dimension
	last := Trait
	for _, item := range list(v, 1, MaxItems, "dimensions") {
		d := p.dimension(item, last)
		last = d.Kind
		dimensions = append(dimensions, d)
	}
	if len(dimensions) > 0 && dimensions[0].Kind != Trait && dimensions[0].Kind != "" {
		v.Fault("expected at least one dimension of kind %s, the first", Trait)
	}
	return dimensions
}

func (p *parser) dimension(v strict.Value, after Kind) *Dimension {
	m := v.Mapping("id", "kind", "name", "short", "definition", "instruction", "grounding", "signs", "questions")
	kind := kindOf(m.Need("kind"), after)
	d := &Dimension{
		ID:          p.placeIDs.add(placeID(m.Need("id"), kind)),
		Kind:        kind,
		Name:        name(m.Need("name")),
		Short:       line(m.Need("short"), MaxShort),
		Definition:  text(m.Need("definition")),
		Instruction: text(m.Get("instruction")),
		Grounding:   texts(m.Get("grounding")),
		Signs:       p.signs(m.Get("signs")),
	}
	scoped := ids{}
	for _, item := range list(m.Need("questions"), fewest(kind), MaxItems, "questions") {
		d.Questions = append(d.Questions, p.question(item, d, scoped))
	}
	return d
}

// question reads one question of a dimension; scoped has the scopes that a
// benefit area's earlier questions took.
func (p *parser) question(v strict.Value, d *Dimension, scoped ids) Question {
	m := v.Mapping("id", "name", "scope", "short", "prompt", "why", "anchors", "evidence", "signs", "next_steps")
	q := Question{
		ID:        p.questionIDs.add(dottedID(m.Need("id"), d.ID)),
		Dimension: d.ID,
		Scope:     scope(m, d.Kind, scoped),
		Short:     m.Get("short").Bool(),
		Name:      line(m.Need("name"), MaxQuestion),
		Prompt:    text(m.Need("prompt")),
		Why:       text(m.Get("why")),
		Anchors:   p.byStage(m.Need("anchors"), 0),
		Evidence:  text(m.Get("evidence")),
		Signs:     p.signs(m.Get("signs")),
		NextSteps: p.byStage(m.Need("next_steps"), 1),
	}
	q.Wording = wording(q.Prompt, q.Anchors)
	return q
}

// byStage reads a text for every stage from a place on.
func (p *parser) byStage(v strict.Value, from int) []string {
	if p.stageIDs == nil {
		return nil
	}
	m := v.Mapping(p.stageIDs[from:]...)
	var out []string
	for _, s := range p.stageIDs[from:] {
		out = append(out, text(m.Need(s)))
	}
	return out
}

// signs reads a list of texts for any of the stages; nil where there are none.
func (p *parser) signs(v strict.Value) [][]string {
	if p.stageIDs == nil || !v.Exists() {
		return nil
	}
	m := v.Mapping(p.stageIDs...)
	var out [][]string
	for _, s := range p.stageIDs {
		out = append(out, texts(m.Get(s)))
	}
	return out
}

func (p *parser) targets(v strict.Value) Targets {
	m := v.Mapping("horizon_months", "instruction", "today_is_right", "questions")
	t := Targets{
		HorizonMonths: m.Need("horizon_months").Int(1, 120),
		Instruction:   text(m.Need("instruction")),
		TodayIsRight:  name(m.Need("today_is_right")),
	}
	seen := ids{}
	for _, item := range list(m.Need("questions"), 1, MaxItems, "questions") {
		q := item.Mapping("dimension", "prompt", "anchors")
		dimension := q.Need("dimension")
		t.Questions = append(t.Questions, Target{
			Dimension: seen.add(dimension, among(dimension, p.staged())),
			Prompt:    text(q.Need("prompt")),
			Anchors:   p.byStage(q.Need("anchors"), 0),
		})
	}
	return t
}

func jointWork(v strict.Value) JointWork {
	m := v.Mapping("about", "scope", "scopes", "purpose", "purposes")
	return JointWork{
		About:    text(m.Need("about")),
		Scope:    text(m.Need("scope")),
		Scopes:   exactly(m.Need("scopes"), string(Within), string(Between), ScopeNone),
		Purpose:  text(m.Need("purpose")),
		Purposes: choices(m.Need("purposes")),
	}
}

func aim(v strict.Value) Aim {
	m := v.Mapping("prompt", "choices")
	return Aim{
		Prompt:  text(m.Need("prompt")),
		Choices: exactly(m.Need("choices"), Have, Exploring, NotConsidering),
	}
}

func (p *parser) priorities(v strict.Value) Priorities {
	m := v.Mapping("prompt", "max")
	out := Priorities{Prompt: text(m.Need("prompt")), Max: 2}
	if m.Get("max").Exists() {
		out.Max = m.Get("max").Int(1, max(1, len(p.ofKind(Trait))))
	}
	return out
}

func (p *parser) hurdles(v strict.Value) Hurdles {
	m := v.Mapping("prompt", "worst", "grounding", "items")
	out := Hurdles{
		Prompt:    text(m.Need("prompt")),
		Worst:     text(m.Need("worst")),
		Grounding: texts(m.Get("grounding")),
	}
	seen := ids{}
	for _, item := range list(m.Need("items"), 1, MaxItems, "hurdles") {
		h := item.Mapping("id", "name", "sign", "counter", "traits")
		out.Items = append(out.Items, Hurdle{
			ID:      seen.add(word(h.Need("id"))),
			Name:    name(h.Need("name")),
			Sign:    text(h.Need("sign")),
			Counter: text(h.Need("counter")),
			Traits:  p.traitIDs(h.Get("traits")),
		})
	}
	return out
}

func (p *parser) traitIDs(v strict.Value) []string {
	seen := ids{}
	var out []string
	for _, item := range v.Items() {
		out = append(out, seen.add(item, among(item, dimensionIDs(p.ofKind(Trait)))))
	}
	return out
}

func (p *parser) forms(v strict.Value) []Form {
	var forms []Form
	for _, item := range list(v, 1, MaxItems, "forms") {
		m := item.Mapping("id", "name", "short", "meaning", "needs", "facts", "first_step")
		id := p.placeIDs.add(placeID(m.Need("id"), ""))
		forms = append(forms, Form{
			ID:        id,
			Name:      name(m.Need("name")),
			Short:     nameOr(m.Get("short"), name(m.Need("name"))),
			Meaning:   text(m.Need("meaning")),
			FirstStep: text(m.Need("first_step")),
			Needs:     p.needs(m.Need("needs")),
			Facts:     p.readFacts(m.Get("facts"), id),
		})
	}
	return forms
}

func (p *parser) needs(v strict.Value) []Condition {
	var needs []Condition
	for _, e := range v.Entries() {
		needs = append(needs, Condition{
			ID:   among(e.Key, p.needed()),
			Rank: p.Rank(among(e.Value, p.stageIDs)),
		})
	}
	if v.Exists() && len(v.Entries()) == 0 {
		v.Fault("expected at least one condition: a dimension or question, and a stage")
	}
	return needs
}

func (p *parser) readFacts(v strict.Value, form string) []Fact {
	var facts []Fact
	for _, item := range v.Items() {
		m := item.Mapping("id", "text", "short", "step")
		facts = append(facts, Fact{
			ID:   p.factIDs.add(factID(m.Need("id"), form)),
			Text: text(m.Need("text")), Short: name(m.Get("short")), Step: text(m.Get("step")),
		})
	}
	return facts
}

// choices reads a list of ids with names.
func choices(v strict.Value) []Choice {
	seen := ids{}
	var out []Choice
	for _, item := range list(v, 1, MaxItems, "choices") {
		m := item.Mapping("id", "name")
		out = append(out, Choice{seen.add(word(m.Need("id"))), name(m.Need("name"))})
	}
	return out
}

// exactly reads the choices with the ids given, in any order.
func exactly(v strict.Value, known ...string) []Choice {
	seen := ids{}
	var out []Choice
	items := v.Items()
	for _, item := range items {
		m := item.Mapping("id", "name")
		id := m.Need("id")
		out = append(out, Choice{seen.add(id, id.Word(known...)), name(m.Need("name"))})
	}
	for _, id := range known {
		if _, ok := seen[id]; !ok && items != nil {
			v.Fault("the choice %s is missing", id)
		}
	}
	return out
}

// texts reads a list of texts.
func texts(v strict.Value) []string {
	var out []string
	for _, item := range v.Items() {
		out = append(out, text(item))
	}
	return out
}
