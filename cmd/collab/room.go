package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"collab/assess"
	"collab/assess/asking"
	"collab/assess/phone/room"
	"collab/internal/strict"
	"collab/rubric"
)

// roomOptions are the flags of collab room.
type roomOptions struct {
	respondOptions
	csv      []string
	body     int
	named    bool
	replace  bool
	wifi     room.Wifi
	address  string
	port     int
	portSaid bool
	again    func(more ...string) string // see [typedAgain]
}

func newRoomCmd(c console) *cobra.Command {
	var o roomOptions
	cmd := &cobra.Command{
		Use:   "room [ASSOCIATION]",
		Short: "Let everyone in the room answer on their own phone",
		Long: `Everyone answers on their own phone, on the same network as this laptop. You need
no internet. This laptop and a page for the projector show the address, a code to
scan, and how many people have joined and finished. Nobody's answers are shown.
The answers are saved on this laptop, in responses/. Before people can answer,
collab asks you which joint work their answers are about.

When you press e, collab combines all answers: from phones, and from paper typed
in with collab respond --sheet. It writes the record and the report, and the
projector shows what to talk about. You can then ask those questions a second
time, on the same phones.

You can stop any time. To continue, run the same command again. More about the
network, privacy, and phones that cannot connect: collab help room`,
		Example: `  collab room "Lakes Guild" --body 15 --joint-scope between --joint-about "Trail conference"
  collab room
  collab room --wifi "Lakes Guild" --wifi-password "herons and reeds"`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.portSaid = cmd.Flags().Changed("port")
			o.wifi.Code = cmd.Flags().Changed("wifi-password")
			o.again = func(more ...string) string { return typedAgain(cmd, args, more...) }
			return c.serveRoom(cmd.Context(), strings.Join(args, ""), o)
		},
	}
	f := cmd.Flags()
	f.IntVar(&o.body, "body", 0, "the `NUMBER` of people in the whole group, such as all board members")
	f.BoolVar(&o.short, "short", false, "ask the short version")
	f.StringVar(&o.rubric, "rubric", "", "ask the questions in this rubric `FILE` instead of the default ones")
	f.StringVar(&o.date, "date", "", "the `DATE` of the round, such as 2026-11-23 (default: today)")
	f.StringVar(&o.dir, "dir", "", "the `FOLDER` of the association's files")
	f.BoolVar(&o.second, "second-round", false, "ask the second round of the assessment in the folder")
	f.BoolVar(&o.all, "all", false, allHelp)
	f.StringVar(&o.joint.About, "joint-about", "", "the joint `WORK` that everyone answers about")
	f.StringVar(&o.joint.Scope, "joint-scope", "", scopeHelp)
	f.StringVar(&o.joint.Purpose, "joint-purpose", "", "what that work is mainly for: "+purposes)
	f.StringArrayVar(&o.csv, "csv", nil, "also count this survey table `FILE`; repeat for more tables")
	f.BoolVar(&o.named, "named", false, "allow fewer than five people, although their answers can be traced")
	f.BoolVar(&o.replace, "replace", false, replaceHelp)
	f.StringVar(&o.wifi.Name, "wifi", "", "the `NAME` of the network, to show to people")
	f.StringVar(&o.wifi.Password, "wifi-password", "", "the network's `PASSWORD`; also shows a code to scan for the network (\"\" if it has no password)")
	f.StringVar(&o.address, "address", "", "the `ADDRESS` of this laptop that phones open, such as 192.168.8.2")
	f.IntVar(&o.port, "port", usualPort, "the port `NUMBER` in the address")
	f.BoolVar(&o.accessible, "accessible", false, accessibleHelp)
	return cmd
}

// roomInstead is the way for a room without a terminal.
const roomInstead = "Open a terminal window, or take the room in plain lines: --accessible"

// A roomRun is one run of collab room.
type roomRun struct {
	console
	options roomOptions
	own     *rubric.Rubric // of --rubric, or nil
	folder  folder
	round   asking.Round // the first
	plan    roomPlan
	file    *phoneFiles // of the round that is asked
	room    *room.Room
	server  *http.Server
	unlock  func()       // lets another room open in this folder
	all     []netip.Addr // that this laptop has for phones
	at      int          // which of them they use
	phones  net.Listener
	asks    bool   // for the end to be confirmed
	help    bool   // the checklist shows
	message string // what came of the last key
	counted int    // people in the round that ended last
}

func (c console) serveRoom(ctx context.Context, association string, o roomOptions) error {
	own, err := ownRubric(o.rubric)
	if err != nil {
		return err
	}
	if o.wifi.Code && o.wifi.Name == "" {
		return errors.New("--wifi-password: name the network too, with --wifi")
	}
	if o.port < 1 || o.port > 1<<16-1 {
		return fmt.Errorf("--port: %d is out of range; expected 1 to 65535", o.port)
	}
	if err := c.mustReachFacilitator(o.accessible); err != nil {
		return err
	}
	if association, o.dir, err = c.settleName(association, o.dir); err != nil {
		return err
	}
	r := &roomRun{console: c, options: o, own: own, unlock: func() {}}
	defer func() { r.unlock() }()
	if err := r.begin(association); err != nil {
		return err
	}
	if err := r.open(); err != nil {
		return err
	}
	defer r.close()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	if r.inLines(o.accessible) {
		err = r.runLines(ctx)
	} else {
		err = r.runScreen(ctx)
	}
	if err == nil || errors.Is(err, errInterrupted) {
		r.sayStopped()
	}
	return err
}

func (c console) mustReachFacilitator(accessible bool) error {
	if accessible || c.inLines(false) || isTerminal(c.in) && isTerminal(c.out) {
		return nil
	}
	return couldNot(advise(errors.New("a room must be led in a terminal window"), "%s", roomInstead))
}

// errInterrupted is the end by ctrl+c or a closed window.
var errInterrupted = outcome{statusInterrupted, errQuiet}

// begin finds the folder and the round, that which goes on where there is one.
func (r *roomRun) begin(association string) error {
	d := &respondRun{console: r.console, options: r.options.respondOptions, own: r.own}
	d.options.second = false
	if err := d.open(association); err != nil {
		return err
	}
	if d.blank.Association == "" {
		return advise(errors.New("the association has no name yet"), "Give it: %s", r.options.again(typedName("NAME")))
	}
	f, err := r.locate(r.options.dir, d.blank.Association)
	if err != nil {
		return err
	}
	if err := f.mayHold(d.blank.Association); err != nil {
		return err
	}
	r.folder, r.round = f, roundOf(d.blank)
	if said := r.ahead(d.blank.Date); said != "" {
		fmt.Fprintf(r.err, "collab: %s\n", said)
	}
	if r.all, err = r.addresses(); err != nil {
		return err
	}
	return r.takePlan()
}

func roundOf(b assess.Response) asking.Round {
	return asking.Round{Association: b.Association, Date: b.Date, Rubric: b.Rubric, Length: b.Length, JointWork: b.JointWork}
}

// takePlan goes on with the round that the folder's plan is about, or begins a new one:
// also in place of one that nobody has answered, where the flags ask for something else.
func (r *roomRun) takePlan() error {
	path := room.NewPath(func(b []byte) { _, _ = rand.Read(b) })
	r.plan = roomPlan{round: r.round, path: path, port: r.options.port, phase: room.First}
	earlier, err := r.folder.roomPlan(r.folder.rubrics(r.own))
	if err != nil {
		return err
	}
	goesOn := earlier.goesOn(r.round.Date, r.options.date != "")
	if err := r.mayLeave(earlier, goesOn); err != nil {
		return err
	}
	if goesOn && !earlier.asksAs(r.round, r.options) {
		if names, err := r.folder.responses(""); err != nil || len(ofDate(names, earlier.round.Date.String())) > 0 || earlier.phase != room.First {
			return advise(fmt.Errorf("a round of %s is open in %s, and it asks something else than these flags say", earlier.round.Date.Long(), r.folder.path),
				"To go on with it, leave out --short, --all, --rubric and --joint-…. To begin another one: --dir with another folder.")
		}
		goesOn = false
	}
	if goesOn {
		r.plan, r.round = earlier, earlier.round
		if r.options.portSaid {
			r.plan.port = r.options.port
		}
	}
	if r.options.second {
		r.plan.phase = room.Second
	}
	if goesOn || r.options.second {
		return nil
	}
	return r.askJointWork()
}

// mayLeave refuses flags that would have a round forgotten which is open, and whose
// answers no record counts yet: another date of those days, or a second round.
func (r *roomRun) mayLeave(open roomPlan, goesOn bool) error {
	if !r.folder.waitsFor(open) {
		return nil
	}
	toEnd := "Leave out %s, and end that round with e. To begin another one: --dir with another folder."
	switch {
	case goesOn && r.options.second && open.phase == room.First:
		return advise(fmt.Errorf("--second-round: the first round, of %s, is still open in %s", open.round.Date.Long(), r.folder.path), toEnd, "--second-round")
	case !goesOn && r.options.date != "" && oneRound(open.round.Date, r.round.Date):
		return advise(fmt.Errorf("--date: a round of %s is open in %s, with answers that nothing counts yet", open.round.Date.Long(), r.folder.path), toEnd, "--date")
	}
	return nil
}

// open makes the room, and listens.
func (r *roomRun) open() error {
	if err := r.folder.expectResponses(r.round.Rubric); err != nil {
		return couldNot(err)
	}
	r.warnUnhidden(r.folder)
	unlock, held := lockAlone(r.folder.response(roomLock))
	if held {
		return couldNot(advise(fmt.Errorf("a room is open already in %s", r.folder.path),
			"Use the window that it is open in, or stop it there with q."))
	}
	r.unlock = unlock
	asked, err := r.asked()
	if err != nil {
		return err
	}
	listeners, err := r.listen()
	if err != nil {
		return err
	}
	if err := r.folder.keepRoomPlan(r.plan); err != nil {
		closeAll(listeners)
		return couldNot(err)
	}
	r.file.clean()
	r.room = room.New(r.plan.path, r.plan.phase, asked)
	r.server = r.room.Server()
	for _, l := range listeners {
		go r.serve(l)
	}
	r.invite()
	if !r.plan.phase.Open() {
		return r.showSlides()
	}
	return nil
}

// serve takes phones from a listener until it is closed.
func (r *roomRun) serve(l net.Listener) { _ = r.server.Serve(room.Limited(l)) }

// close ends the service: requests that are being answered are, for a moment.
func (r *roomRun) close() {
	ctx, stop := context.WithTimeout(context.Background(), 2*time.Second)
	defer stop()
	if err := r.server.Shutdown(ctx); err != nil {
		_ = r.server.Close()
	}
	r.room.Close()
}

// invite tells the projector how to join.
func (r *roomRun) invite() {
	r.room.Invite(room.Invitation{Association: r.round.Association, Language: r.round.Rubric.Language, Address: r.address(), Wifi: r.options.wifi})
}

// address is what phones open.
func (r *roomRun) address() string {
	return fmt.Sprintf("http://%s/%s", netip.AddrPortFrom(r.all[r.at], uint16(r.plan.port)), r.plan.path)
}

// asked is the round that phones answer now, or answered last.
func (r *roomRun) asked() (room.Round, error) {
	round, mark, phase := r.round, "", r.plan.phase
	if phase == room.Second || phase == room.Ended {
		a, _, err := readAssessment(r.folder.path)
		if err != nil {
			return room.Round{}, err
		}
		round, mark = roundOf(assess.Response{Association: a.Association, Date: r.round.Date, Rubric: a.Rubric, Length: a.Length, JointWork: a.JointWork}), secondMark
		if err := r.chooseTopics(a); err != nil {
			return room.Round{}, err
		}
		round.Again, round.Topics = true, r.plan.topics
	}
	r.file = newPhoneFiles(r.folder, round.Date, mark)
	known, err := r.file.known(r.folder.rubrics(r.own), round)
	if err != nil {
		return room.Round{}, err
	}
	code := room.Mark(r.plan.path, phase)
	page, err := phonePage(round, code)
	return room.Round{Mark: code, Asked: round, Page: page, Store: r.file.save, Known: known}, err
}

// chooseTopics settles what the second round asks, unless it has begun already.
func (r *roomRun) chooseTopics(first *assess.Assessment) error {
	if r.plan.topics != nil {
		return nil
	}
	agenda := talkedAbout(first, r.options.all)
	if len(agenda) == 0 && !r.options.all {
		return advise(errors.New("the first round left nothing to talk about, so there is nothing to ask again"),
			"To ask all its questions again: %s", r.options.again("--second-round", "--all"))
	}
	r.plan.topics = append([]string{}, agenda...)
	return nil
}

// sayStopped says what is kept, and how to go on.
func (r *roomRun) sayStopped() {
	c := r.room.Counts()
	said := room.Stopped(c, r.plan.phase, strict.Plain(r.folder.file(responsesDir)), strict.Plain(r.options.again()))
	for line := range strings.SplitSeq(said, "\n") {
		for _, part := range r.console.message("", line) {
			fmt.Fprintln(r.err, part)
		}
	}
}
