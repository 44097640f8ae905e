/**
 * Makes a Google Form. Paste all of this into a new project at script.google.com, in
 * place of what stands there, choose "makeForm" and press Run. Google asks once whether
 * the script may make forms. The addresses of the form are in the log when it is done.
 */
const FORM = FORM_GOES_HERE;

function makeForm() {
  const form = FormApp.create(FORM.title)
    .setTitle(FORM.title)
    .setDescription(FORM.text)
    .setCollectEmail(false)
    .setProgressBar(true)
    .setShowLinkToRespondAgain(false);

  // Everything in its place first: answers send people to pages that stand behind them.
  const breaks = [];
  const added = [];
  FORM.pages.forEach(function (page, place) {
    const heading = place === 0 ? form.addSectionHeaderItem() : form.addPageBreakItem();
    breaks.push(heading.setTitle(page.title).setHelpText(page.text));
    page.items.forEach(function (item) {
      added.push({item: item, question: addQuestion(form, item)});
    });
  });
  breaks.push(form.addPageBreakItem().setTitle(FORM.thanks));

  added.forEach(function (a) {
    if (a.item.choices) a.question.setChoices(choicesOf(a.question, a.item, breaks));
  });
  FORM.pages.forEach(function (page, place) {
    if (page.skipTo) breaks[place].setGoToPage(breaks[page.skipTo]);
  });

  form.setPublished(true);
  Logger.log('Send this to everybody: ' + form.getPublishedUrl());
  Logger.log('Change it here: ' + form.getEditUrl());
}

function addQuestion(form, item) {
  const question = item.kind === 'text' ? form.addTextItem()
    : item.kind === 'many' ? form.addCheckboxItem()
    : form.addMultipleChoiceItem();
  question.setTitle(item.title).setHelpText(item.help).setRequired(false);
  if (item.most) {
    question.setValidation(FormApp.createCheckboxValidation().requireSelectAtMost(item.most).build());
  }
  return question;
}

function choicesOf(question, item, breaks) {
  return item.choices.map(function (choice) {
    return choice.goTo ? question.createChoice(choice.text, breaks[choice.goTo]) : question.createChoice(choice.text);
  });
}
