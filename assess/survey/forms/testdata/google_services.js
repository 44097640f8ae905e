// Google's services as their reference has them (developers.google.com/apps-script/reference/forms):
// what the reference does not name is not here, and what it forbids throws.
const items = [];
const made = {published: false, log: []};

function check(condition, message) {
  if (!condition) throw new Error(message);
}

function named(item) {
  item.setTitle = function (title) { check(typeof title === 'string', 'setTitle(String)'); item.title = title; return item; };
  item.setHelpText = function (text) { check(typeof text === 'string', 'setHelpText(String)'); item.help = text; return item; };
  items.push(item);
  return item;
}

function question(kind) {
  const item = named({kind: kind, required: null});
  item.setRequired = function (enabled) { check(typeof enabled === 'boolean', 'setRequired(Boolean)'); item.required = enabled; return item; };
  return item;
}

function choosing(kind, navigates) {
  const item = question(kind);
  item.createChoice = function (value, to) {
    check(typeof value === 'string' && value.trim() !== '', 'createChoice(String)');
    check(arguments.length === 1 || navigates && to && to.kind === 'break', 'createChoice(String, PageBreakItem)');
    return {value: value, to: arguments.length === 1 ? null : to, of: item};
  };
  item.setChoices = function (choices) {
    check(Array.isArray(choices) && choices.length > 0, 'setChoices(Choice[])');
    check(choices.every(function (c) { return c.of === item; }), 'a choice of another item');
    check(choices.every(function (c) { return (c.to === null) === (choices[0].to === null); }), 'choices with and without navigation in one item');
    check(new Set(choices.map(function (c) { return c.value; })).size === choices.length, 'a choice stands twice');
    item.choices = choices;
    return item;
  };
  return item;
}

const form = {
  addSectionHeaderItem: function () { return named({kind: 'header'}); },
  addPageBreakItem: function () {
    const item = named({kind: 'break', skip: null});
    item.setGoToPage = function (to) { check(to && to.kind === 'break', 'setGoToPage(PageBreakItem)'); item.skip = to; return item; };
    return item;
  },
  addTextItem: function () { return question('text'); },
  addMultipleChoiceItem: function () { return choosing('one', true); },
  addCheckboxItem: function () {
    const item = choosing('many', false);
    item.setValidation = function (rule) { check(rule && rule.rule, 'setValidation(CheckboxValidation)'); item.most = rule.most; return item; };
    return item;
  },
  setPublished: function (enabled) { made.published = enabled; return form; },
  getPublishedUrl: function () { return 'https://example.org/published'; },
  getEditUrl: function () { return 'https://example.org/edit'; },
};
['setTitle', 'setDescription'].forEach(function (name) {
  form[name] = function (text) { check(typeof text === 'string', name + '(String)'); made[name] = text; return form; };
});
['setCollectEmail', 'setProgressBar', 'setShowLinkToRespondAgain'].forEach(function (name) {
  form[name] = function (enabled) { check(typeof enabled === 'boolean', name + '(Boolean)'); made[name] = enabled; return form; };
});

const FormApp = {
  create: function (title) { check(typeof title === 'string', 'create(String)'); return form; },
  createCheckboxValidation: function () {
    return {
      requireSelectAtMost: function (number) {
        check(Number.isInteger(number) && number > 0, 'requireSelectAtMost(Integer)');
        return {build: function () { return {rule: true, most: number}; }};
      },
    };
  },
};
const Logger = {log: function (text) { made.log.push(text); }};

// What was made, to be read by the test.
process.on('exit', function (status) {
  if (status !== 0) return;
  const place = function (item) { return items.indexOf(item); };
  made.items = items.map(function (item) {
    return {
      kind: item.kind, title: item.title || '', help: item.help || '', required: item.required, most: item.most || 0,
      skip: item.skip ? place(item.skip) : 0,
      choices: (item.choices || []).map(function (c) { return {value: c.value, to: c.to ? place(c.to) : 0}; }),
    };
  });
  require('fs').writeSync(1, JSON.stringify(made));
});
