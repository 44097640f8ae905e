'use strict';
// The page of one phone. D says what is asked and holds every sentence; this script shows
// one screen of it at a time, keeps the answers on the phone, and either sends them to where
// the page came from or makes a code of them. See phone.go for what a server is told, and
// code.go for what a code is. It is written for browsers of 2021.
(function () {
  const D = JSON.parse(document.getElementById('description').textContent);
  const W = D.words;
  const at = {};
  const item = {};
  D.items.forEach(function (it) { item[it.id] = it; });
  ['banner', 'top', 'place', 'whose', 'bar', 'saved', 'page', 'main', 'nav', 'said'].forEach(function (id) { at[id] = document.getElementById(id); });

  // say fills in what a sentence leaves open.
  function say(sentence, by) {
    return W[sentence].replace(/\{(\w+)\}/g, function (all, name) { return by[name]; });
  }

  // make is an element with its properties and what is in it. Text is text: nothing that
  // the description holds becomes an element.
  function make(name, properties, children) {
    const e = document.createElement(name);
    Object.keys(properties || {}).forEach(function (p) {
      if (p.indexOf('-') > 0 || p === 'role') e.setAttribute(p, properties[p]);
      else e[p] = properties[p];
    });
    [].concat(children || []).forEach(function (c) { if (c) e.append(c); });
    return e;
  }
  function text(tag, words, name) { return words ? make(tag, { className: name || '', textContent: curly(words), dir: 'auto' }) : null; }
  // curly sets the quotation marks of English as they are printed; a rubric is typed.
  function curly(words) {
    return /^en/.test(D.language) ? words.replace(/'/g, '’').replace(/"([^"]*)"/g, '“$1”') : words;
  }
  function list(items, tag) { return make(tag || 'ul', {}, items.map(function (words) { return text('li', words); })); }
  function fold(title, children, open) {
    return make('details', { open: !!open }, [make('summary', { textContent: title })].concat(children));
  }

  // What the phone keeps, under the mark of the round.

  const place = 'collab ' + D.round;
  let keeping = true;
  let state = kept();

  function kept() {
    let there = null;
    try { there = JSON.parse(localStorage.getItem(place)); } catch (e) { keeping = false; }
    return Object.assign(blank(), there);
  }
  // Of what is unsent it holds the seq since when.
  function blank() {
    return { phone: random(), seq: 0, confirmed: -1, finished: false, at: 'start', answers: {}, unsent: {}, seen: {}, took: 0, over: 0 };
  }
  // again takes what is kept, which another page may have changed. A browser that keeps
  // nothing, or no longer, has nothing newer than this.
  function again() {
    if (!keeping || forgotten) return;
    state = kept();
    show(state.at, 'still');
  }
  // forget leaves no answer and no key where a later page under this address could read
  // them. Until the page is closed it can still go on, should the round be open again.
  function forget() {
    forgotten = true;
    try { localStorage.setItem(place, JSON.stringify(Object.assign(blank(), { seq: state.seq, confirmed: state.confirmed }))); } catch (e) { /* nothing was kept */ }
  }
  let forgotten = false;
  function keep() {
    try { localStorage.setItem(place, JSON.stringify(state)); } catch (e) { keeping = false; }
  }
  function random() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), function (b) { return (b + 256).toString(16).slice(1); }).join('');
  }
  // changed keeps a change of the answers, and sends it.
  function changed() {
    state.seq++;
    refusal = '';
    keep();
    showSaved();
    send();
  }
  function answer(id, said) {
    if (said.length) state.answers[id] = said;
    else delete state.answers[id];
    state.unsent[id] = state.seq + 1;
    changed();
  }

  // What is asked, as the answers stand.

  function said(id) { return state.answers[id] || []; }
  function asks(it) {
    if (it.among) return said(it.among).length > 1;
    return !it.when || said(it.when.item).some(function (id) { return it.when.any.indexOf(id) >= 0; });
  }
  function asked() { return D.items.filter(asks); }
  function mayChoose(it) {
    return it.among ? it.options.filter(function (o) { return said(it.among).indexOf(o.id) >= 0; }) : it.options;
  }
  function answerTo(it) {
    const ids = said(it.id);
    if (it.kind === 'text') return ids;
    return mayChoose(it).map(function (o) { return o.id; }).filter(function (id) { return ids.indexOf(id) >= 0; });
  }
  // open is true of what can be skipped by mistake: ticking none is an answer too.
  function open(it) { return it.kind === 'one' && !answerTo(it).length; }

  // How long it takes, by this person's own pace.

  let since = 0;
  function leave(it) {
    if (since && !state.seen[it.id]) {
      state.took += Math.min(Math.max(Date.now() - since, 0), 120000 * it.weight) / 1000;
      state.over += it.weight;
      state.seen[it.id] = 1;
    }
  }
  function minutes(items) {
    const each = (5 * D.seconds + state.took) / (5 + state.over);
    return Math.max(1, Math.round(items.reduce(function (sum, it) { return sum + it.weight; }, 0) * each / 60));
  }

  // The screens.

  const screens = { start: start, before: before, review: review, done: done, closed: closed };
  let shown = 0; // when the screen came
  let current = '';

  function show(to, how) {
    clearTimeout(leaving);
    leaving = 0;
    if (!screens[to] && !(item[to] && asks(item[to]))) to = 'start';
    if (closedBy() && to !== 'closed') to = 'closed';
    const again = to === current;
    current = to;
    if (to !== 'closed' && state.at !== to) {
      state.at = to;
      keep();
    }
    if (how === 'forward' && !again) history.pushState({ at: to }, '');
    else history.replaceState({ at: to }, '');
    at.main.textContent = at.nav.textContent = '';
    since = shown = Date.now();
    if (screens[to]) screens[to]();
    else ask(item[to]);
    showSaved();
    if (how !== 'still') {
      window.scrollTo(0, 0);
      const heading = at.main.querySelector('h1');
      if (heading && how) heading.focus();
    }
  }
  function heading(words) { return make('h1', { textContent: curly(words), tabIndex: -1, dir: 'auto' }); }
  function button(words, press, main) {
    return make('button', { type: main ? 'submit' : 'button', className: main ? 'main' : '', textContent: words, onclick: main ? null : press });
  }
  let submit = null;
  at.page.addEventListener('submit', function (e) {
    e.preventDefault();
    if (submit) submit();
  });
  // bar is the row of buttons at the thumb. Enter presses the last one.
  function bar(buttons, press) {
    submit = press;
    buttons.forEach(function (b) { if (b) at.nav.append(b); });
  }
  function top(where, value, of) {
    at.place.textContent = '';
    at.top.hidden = !where;
    if (!where) {
      document.title = D.title;
      return;
    }
    at.place.append(make('b', { textContent: value }), where.slice(String(value).length));
    at.whose.textContent = D.association;
    at.bar.max = of;
    at.bar.value = value;
    at.bar.setAttribute('aria-label', where);
    document.title = where + (D.association ? ' · ' + D.association : '');
  }

  // answered says at the top how many items are.
  function answered(more) {
    const items = asked();
    const n = items.filter(function (it) { return !open(it); }).length;
    top(say('progress', { n: n, of: items.length }) + more, n, items.length);
  }

  function start() {
    top('');
    const items = asked();
    at.main.append(heading(D.title), text('p', D.again ? say('again', { n: items.length }) : say('minutes', { minutes: roughly(minutes(items)) })),
      text('p', W.how), make('h2', { textContent: W.whoSees }), text('p', D.notice));
    const to = D.instructions.length && !D.again ? 'before' : items[0].id;
    bar([button(W.start, null, true)], function () { show(to, 'forward'); });
  }
  function roughly(n) { return n < 8 ? n : Math.round(n / 5) * 5; }

  function before() {
    top('');
    at.main.append(heading(W.before), list(D.instructions));
    bar([button(W.back, function () { show('start', 'forward'); }), button(W.next, null, true)], function () { show(asked()[0].id, 'forward'); });
  }

  // ask shows one item.
  function ask(it) {
    const items = asked();
    const n = items.indexOf(it);
    const left = minutes(items.slice(n));
    top(say('progress', { n: n + 1, of: items.length }) + ' · ' + (left === 1 ? W.leftOne : say('left', { minutes: left })), n + 1, items.length);
    at.main.append(text('p', it.section + (it.about ? ' · ' + it.about : ''), 'eyebrow'));
    (it.intro || []).forEach(function (words) { at.main.append(text('p', words, 'muted')); });
    at.main.append(it.kind === 'text' ? typed(it) : choices(it));
    if (it.help) at.main.append(text('p', it.help, 'muted below'));
    at.main.append(make('div', { className: 'folds' }, [
      it.why ? fold(W.why, [text('p', it.why)]) : null,
      it.where || it.signs ? fold(W.where, [text('p', it.where), it.signs ? list(it.signs) : null]) : null,
      it.meaning ? fold(W.whatIsMeant, [list(it.meaning)]) : null,
    ]));
    const clear = button(W.clear, function () {
      answer(it.id, []);
      show(it.id, 'still');
      at.said.textContent = W.cleared;
      at.main.querySelector('h1').focus();
    });
    clear.className = 'quiet';
    clear.hidden = it.kind !== 'one' || open(it);
    at.main.append(clear);
    const next = button('', null, true);
    bar([button(W.back, back), next], forward);
    changedHere = function () {
      const answered = it.kind === 'many' || answerTo(it).length > 0;
      next.textContent = answered ? W.next : W.skip;
      next.className = answered ? 'main' : '';
      clear.hidden = it.kind !== 'one' || !answered;
    };
    changedHere();
  }
  let changedHere = null;

  // back goes to the item before, or to the review that one came from.
  function back() {
    const items = asked();
    const n = items.indexOf(item[current]);
    if (state.reviewing) {
      show('review', 'forward');
      return;
    }
    show(n > 0 ? items[n - 1].id : D.instructions.length && !D.again ? 'before' : 'start', 'forward');
  }
  // forward goes to the next item, or to the review.
  function forward() {
    const it = item[current];
    leave(it);
    const items = asked();
    const next = items[items.indexOf(it) + 1];
    const to = !next || state.reviewing && !(next.when && next.when.item === it.id || next.among === it.id) ? 'review' : next.id;
    show(to, 'forward');
  }

  // A tap on a row answers and moves on; a keyboard answers and waits. A second tap of the
  // same finger does not answer the next question.
  let tapped = 0;
  let leaving = 0;
  at.main.addEventListener('pointerup', function () { tapped = Date.now(); });
  at.main.addEventListener('click', function (e) {
    if (e.target.closest('label') && (leaving || tapped > shown && Date.now() - shown < 300)) e.preventDefault();
  }, true);

  function choices(it) {
    const many = it.kind === 'many';
    const rows = mayChoose(it).map(function (o) {
      const box = make('input', { type: many ? 'checkbox' : 'radio', name: 'answer', value: o.id, checked: answerTo(it).indexOf(o.id) >= 0 });
      box.addEventListener('click', function (e) { if (many) tick(it, box); else choose(it, o.id, e); });
      return { apart: o.apart, row: make('label', { className: o.apart ? 'apart' : '' }, [box, text('span', o.text)]) };
    });
    const of = function (apart) { return rows.filter(function (r) { return !!r.apart === apart; }).map(function (r) { return r.row; }); };
    const apart = of(true);
    return make('fieldset', {}, [
      make('legend', {}, [heading(it.prompt)]),
      many ? text('p', it.most < it.options.length ? say('tickAtMost', { n: inWords(it.most) }) : W.tickAny, 'muted') : null,
    ].concat(of(false), apart.length ? make('div', { className: 'other' }, apart) : null));
  }
  function choose(it, id) {
    const tap = Date.now() - tapped < 500;
    if (said(it.id)[0] !== id) answer(it.id, [id]);
    changedHere();
    if (tap && !leaving) leaving = setTimeout(forward, 180);
  }
  function tick(it, box) {
    const ids = it.options.map(function (o) { return o.id; }).filter(function (id) { return id === box.value ? box.checked : said(it.id).indexOf(id) >= 0; });
    if (ids.length > it.most) {
      box.checked = false;
      at.said.textContent = '';
      const words = say('atMost', { n: inWords(it.most) });
      setTimeout(function () { at.said.textContent = words; }, 50);
      let note = at.main.querySelector('.note');
      if (!note) at.main.querySelector('fieldset').append(note = text('p', words, 'note'));
      return;
    }
    answer(it.id, ids);
    changedHere();
  }
  function typed(it) {
    const input = make('input', { type: 'text', id: 'typed', maxLength: 64, autocomplete: 'off', spellcheck: false, value: said(it.id)[0] || '', 'aria-label': it.prompt });
    input.setAttribute('autocapitalize', 'none');
    input.addEventListener('input', function () {
      const words = input.value.trim();
      answer(it.id, words ? [words] : []);
      changedHere();
    });
    return make('div', {}, [heading(it.prompt), input]);
  }

  function review() {
    const items = asked();
    const skipped = items.filter(open);
    const any = items.some(function (it) { return it.question && !open(it); });
    state.reviewing = true;
    keep();
    answered(' · ' + W.review);
    at.main.append(heading(skipped.length ? skipped.length === 1 ? W.reviewOne : say('reviewSome', { n: inWords(skipped.length) }) : W.reviewAll));
    if (skipped.length) at.main.append(jumps(skipped, items, false));
    at.main.append(text('p', !any ? W.reviewEmpty : skipped.length ? W.reviewText : W.reviewDone, 'muted'),
      fold(W.allAnswers, [jumps(items, items, true)], state.finished && !skipped.length));
    const last = function () {
      state.reviewing = false;
      show(items[items.length - 1].id, 'forward');
    };
    bar([button(W.back, last), any ? button(W.finish, null, true) : null], function () {
      if (!any) return;
      if (!state.finished) {
        state.finished = true;
        changed();
      }
      show('done', 'forward');
    });
  }
  function inWords(n) { return W.numbers.split(' ')[n] || n; }
  function jumps(some, items, answers) {
    return make('ol', { className: 'jumps' }, some.map(function (it) {
      const jump = make('button', { type: 'button', onclick: function () { show(it.id, 'forward'); } }, [
        text('small', (items.indexOf(it) + 1) + ' · ' + it.section), text('span', it.prompt)]);
      if (answers) jump.append(text('em', answerTo(it).map(function (id) { return it.kind === 'text' ? id : it.options.filter(function (o) { return o.id === id; })[0].text; }).join(' · ') || W.unanswered));
      return make('li', {}, [jump]);
    }));
  }

  function done() {
    if (D.code) return handIn();
    const arrived = state.confirmed >= state.seq;
    answered('');
    at.main.append(make('p', { className: arrived ? 'tick' : 'tick waiting', textContent: arrived ? '✓' : '…', 'aria-hidden': 'true' }),
      heading(arrived ? W.done : W.sending), text('p', arrived ? W.doneText : W.sendingText),
      list(D.again ? [W.doneChange] : [W.doneKeep, W.doneChange]));
    bar([button(W.change, function () { show('review', 'forward'); })], null);
  }
  function closed() {
    top('');
    const talk = phase === 'talk';
    const arrived = !state.seq ? W.endedNothing : state.confirmed >= state.seq ? W.endedKept : W.endedUnsent;
    at.main.append(heading(talk ? W.talk : W.ended), text('p', arrived), text('p', talk ? W.talkText : W.endedText));
    bar([], null);
  }

  // What the page and its server say to each other.

  let phase = '';
  let connected = true;
  let sending = false;
  let refusal = '';
  let greeted = false; // the laptop has told what it holds
  let other = false; // it asks another round, whose page did not come
  const refusals = [400, 403, 413, 415, 422]; // to send the same once more helps with none of them
  let pause = 0; // before the next attempt, in seconds
  let timer = 0;

  function closedBy() { return D.served && (phase === 'talk' || phase === 'ended'); }

  function request(method, to, body, then) {
    const r = new XMLHttpRequest();
    r.open(method, to);
    r.timeout = 10000;
    if (body) r.setRequestHeader('Content-Type', 'application/json');
    r.onloadend = function () {
      let reply = {};
      try { reply = JSON.parse(r.responseText); } catch (e) { /* it is none of ours */ }
      then(r.status, reply);
    };
    r.send(body);
  }
  function message() {
    const m = { round: D.round, phone: state.phone, seq: state.seq, finished: state.finished, role: '', code: '', answers: {} };
    asked().forEach(function (it) {
      const ids = answerTo(it);
      if (!ids.length) return;
      if (it.id === 'role' || it.id === 'code') m[it.id] = ids[0];
      else m.answers[it.id] = it.kind === 'many' ? ids : ids[0];
    });
    return m;
  }
  function send() {
    if (!D.served || sending || closedBy() || other || refusal || greeted && state.confirmed >= state.seq) return;
    sending = true;
    const sent = state.seq;
    request('PUT', 'answers', JSON.stringify(message()), function (status, reply) {
      sending = false;
      if (status === 200 && reply.seq >= 0) {
        greeted = true;
        if (reply.held) takeOver(reply);
        else confirm(sent);
        keep();
        connection(true);
        if (current === 'done') show('done', 'still');
        showSaved();
        send();
      } else if (status === 409) {
        clearTimeout(timer);
        timer = setTimeout(poll, 1000); // at once, it would be asked and refused without end
      } else if (refusals.indexOf(status) >= 0 && reply.error) {
        refusal = reply.error;
        showSaved();
      } else {
        connection(false);
      }
    });
  }
  function confirm(seq) {
    state.confirmed = Math.max(state.confirmed, seq);
    Object.keys(state.unsent).forEach(function (id) { if (state.unsent[id] <= seq) delete state.unsent[id]; });
  }
  // takeOver takes what this phone sent before it lost some of what it kept, and what is
  // unsent over that.
  function takeOver(reply) {
    const held = reply.held;
    const mine = state.answers;
    state.answers = {};
    Object.keys(held.answers).forEach(function (id) { state.answers[id] = [].concat(held.answers[id]); });
    ['role', 'code'].forEach(function (id) { if (held[id]) state.answers[id] = [held[id]]; });
    Object.keys(state.unsent).forEach(function (id) {
      if (mine[id]) state.answers[id] = mine[id];
      else delete state.answers[id];
    });
    state.finished = state.finished || held.finished;
    state.seq = Math.max(state.seq, reply.seq) + 1;
    if (!leaving && !(item[current] && item[current].kind === 'text')) show(current, 'still');
  }
  // poll asks how far the room is, and sends what is not sent.
  function poll() {
    if (!D.served) return;
    clearTimeout(timer);
    request('GET', 'state', null, function (status, reply) {
      const heard = status === 200 && typeof reply.phase === 'string';
      connection(heard);
      pause = heard ? 4 : Math.min(Math.max(2 * pause, 4), 30);
      clearTimeout(timer);
      timer = setTimeout(poll, 1000 * pause);
      if (!heard) return;
      other = !!reply.round && reply.round !== D.round;
      if (other) {
        if (!anew(reply.round)) showSaved();
        return;
      }
      // Once is not enough: a round is open again where it could not be combined.
      if (closedBy() && phase === reply.phase && !forgotten && state.confirmed >= state.seq) forget();
      if (phase !== reply.phase) {
        phase = reply.phase;
        if (!closedBy()) {
          forgotten = false;
          keep();
        }
        if (closedBy() || current === 'closed') show(closedBy() ? 'closed' : state.at, 'stay');
      }
      send();
    });
  }
  // anew loads the page of another round, once for each: the address says for which. No
  // browser withholds that, as some do with what a page may keep.
  function anew(round) {
    if (location.search === '?' + round) return false;
    if (state.confirmed >= state.seq) forget();
    location.replace('?' + round);
    return true;
  }
  function connection(is) {
    if (is === connected) return;
    connected = is;
    at.said.textContent = is ? W.online : '';
    showSaved();
  }
  function showSaved() {
    at.saved.textContent = !state.seq || !D.served || other ? '' : state.confirmed >= state.seq ? W.kept : W.willBeSent;
    at.saved.className = state.confirmed >= state.seq ? 'kept' : '';
    const trouble = other ? W.loadAgain : refusal ? say('refused', { error: refusal }) : D.served && !connected ? W.offline : keeping ? '' : W.notKeeping;
    if (at.banner.textContent !== trouble) at.banner.textContent = trouble;
    at.banner.hidden = !trouble;
  }

  // The code.

  // bits counts the options in a set.
  function bits(set) {
    let n = 0;
    for (; set; set >>>= 1) n += set & 1;
    return n;
  }
  function setsBelow(n, most) {
    let sets = 0;
    for (let set = 0; set < n; set++) if (bits(set) <= most) sets++;
    return sets;
  }
  function radix(it) {
    return it.kind === 'many' ? setsBelow(1 << it.options.length, it.most) : mayChoose(it).length + 1;
  }
  function digit(it) {
    const ids = answerTo(it);
    if (it.kind !== 'many') return mayChoose(it).map(function (o) { return o.id; }).indexOf(ids[0]) + 1;
    return setsBelow(it.options.reduce(function (set, o, i) { return ids.indexOf(o.id) >= 0 ? set | 1 << i : set; }, 0), it.most);
  }
  function encode() {
    const L = D.code.letters;
    const groups = D.code.groups;
    const number = new Array((groups - 2) * 5 - 2).fill(0); // in base 29, the lowest digit first
    asked().filter(function (it) { return it.kind !== 'text'; }).reverse().forEach(function (it) {
      let carry = digit(it);
      const r = radix(it);
      for (let i = 0; i < number.length; i++) {
        carry += number[i] * r;
        number[i] = carry % L.length;
        carry = Math.floor(carry / L.length);
      }
    });
    const letters = [L.indexOf(D.code.mark[0]), L.indexOf(D.code.mark[1])].concat(number.map(function (n, i) { return (n + (i + 2) * (i + 2)) % L.length; }));
    const before = [];
    const last = [];
    const mod = function (n) { return (n % L.length + L.length) % L.length; };
    for (let column = 0; column < 5; column++) {
      let sum = 0;
      let weighed = 0;
      for (let g = 0; g < groups - 2; g++) {
        sum += letters[5 * g + column];
        weighed = mod(2 * weighed + letters[5 * g + column]);
      }
      before[column] = mod(sum - 4 * weighed);
      last[column] = mod(4 * weighed - 2 * sum);
    }
    return letters.concat(before, last).map(function (n) { return L[n]; }).join('').match(/.{5}/g);
  }
  function spelled(letter) {
    return /\d/.test(letter) ? W.digits.split(' ')[letter] : W.spelled.split(' ')[letter.charCodeAt(0) - 65];
  }

  function handIn() {
    const groups = encode();
    answered('');
    const code = make('ol', { className: 'code', role: 'list' }, groups.map(function (g, i) {
      return make('li', {}, [make('span', { textContent: g, 'aria-hidden': 'true' }), text('span', say('group', { n: i + 1, letters: g.split('').join(' ') }), 'sr')]);
    }));
    const used = D.code.letters.split('').filter(function (l) { return /[A-Z]/.test(l); });
    const sure = button(W.eraseSure, function () {
      try { localStorage.removeItem(place); } catch (e) { /* nothing was kept */ }
      history.replaceState({ at: 'start' }, '');
      location.reload();
    });
    at.main.append(heading(W.code), text('p', W.codeText), code, text('p', W.personal, 'muted'),
      fold(W.readOut, [text('p', say('readOutText', { first: groups[0].split('').map(spelled).join(', ') })), make('ul', { className: 'alphabet' }, used.map(function (l) {
        return make('li', {}, [make('b', { textContent: l }), ' ' + spelled(l)]);
      }))]),
      fold(W.erase, [text('p', W.eraseText), sure]));
    const all = groups.join(' ');
    const copy = button(W.copy, null, true);
    const share = navigator.share ? button(W.share, function () { navigator.share({ text: all }).catch(function () {}); }) : null;
    bar([button(W.back, function () { show('review', 'forward'); }), share, copy], function () {
      copied(all, function (is) { at.said.textContent = copy.textContent = is ? W.copied : W.notCopied; });
    });
  }
  // copied also works where there is no https.
  function copied(words, then) {
    const by = make('textarea', { value: words, className: 'sr', readOnly: true });
    const old = function () {
      document.body.append(by);
      by.select();
      let is = false;
      try { is = document.execCommand('copy'); } catch (e) { is = false; }
      by.remove();
      then(is);
    };
    if (!navigator.clipboard) old();
    else navigator.clipboard.writeText(words).then(function () { then(true); }, old);
  }

  // What happens around the page.

  window.addEventListener('popstate', function (e) { show(e.state && e.state.at || 'start', 'stay'); });
  window.addEventListener('storage', function (e) {
    if (e.key !== place && e.key !== null) return;
    again();
  });
  window.addEventListener('online', poll);
  window.addEventListener('pageshow', function (e) {
    if (e.persisted) again(); // it slept
    poll();
  });
  document.addEventListener('visibilitychange', function () { if (!document.hidden) poll(); });

  keep();
  show(state.at, '');
})();
