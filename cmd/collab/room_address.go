package main

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"collab/assess/phone/room"
)

// usualPort is where phones find the room, and tries how many are tried behind it.
const (
	usualPort = 8040
	tries     = 10
)

// addresses are those of this laptop that phones may reach, the likeliest first.
func (r *roomRun) addresses() ([]netip.Addr, error) {
	if r.options.address != "" {
		addr, err := netip.ParseAddr(r.options.address)
		if err != nil || addr.IsUnspecified() {
			return nil, fmt.Errorf("--address: %s is not an address of this laptop, such as 192.168.8.2", r.options.address)
		}
		return []netip.Addr{addr}, nil
	}
	found, err := interfaces()
	if err != nil {
		return nil, couldNot(err)
	}
	if all := forPhones(found); len(all) > 0 {
		return all, nil
	}
	return nil, couldNot(advise(errors.New("this laptop is on no network that phones could join"),
		"Join the network of a router, or start a hotspot, and try again. To name an address yourself: %s", r.options.again("--address ADDRESS")))
}

// A networkInterface is what this laptop reaches a network by.
type networkInterface struct {
	name      string
	up, point bool // point: to one other computer, as a tunnel
	addrs     []netip.Addr
}

func interfaces() ([]networkInterface, error) {
	all, err := net.Interfaces()
	if err != nil {
		return nil, err
	}
	var found []networkInterface
	for _, i := range all {
		one := networkInterface{name: i.Name, up: i.Flags&net.FlagUp != 0 && i.Flags&net.FlagLoopback == 0, point: i.Flags&net.FlagPointToPoint != 0}
		addrs, _ := i.Addrs() // one that has gone meanwhile has none
		for _, a := range addrs {
			if prefix, err := netip.ParsePrefix(a.String()); err == nil {
				one.addrs = append(one.addrs, prefix.Addr().Unmap())
			}
		}
		found = append(found, one)
	}
	return found, nil
}

// inside are the beginnings of names of interfaces that lead into this laptop or to one
// other computer, and to no room.
var inside = []string{"docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vEthernet", "utun", "tun", "tap", "wg", "tailscale", "zt", "ipsec", "ppp", "lxc", "lxd", "cni", "podman", "awdl", "llw", "lo"}

// outside are those of wireless and wired ones, which come first.
var outside = []string{"wl", "Wi-Fi", "WLAN", "en", "eth", "Ethernet"}

// forPhones are the private IPv4 addresses of interfaces that lead into a room. A public
// one is none of them: everybody on the internet could open it.
func forPhones(all []networkInterface) []netip.Addr {
	begins := func(name string) func(string) bool {
		return func(with string) bool { return strings.HasPrefix(name, with) }
	}
	var first, then []netip.Addr
	for _, i := range all {
		if !i.up || i.point || slices.ContainsFunc(inside, begins(i.name)) {
			continue
		}
		for _, a := range i.addrs {
			switch {
			case !a.Is4() || !a.IsPrivate() && !a.IsLinkLocalUnicast():
			case a.IsPrivate() && slices.ContainsFunc(outside, begins(i.name)):
				first = append(first, a)
			default:
				then = append(then, a)
			}
		}
	}
	return append(first, then...)
}

// listen listens for phones, and on this laptop itself for the projector. The port of a
// round that goes on stays the same; a new one may take another that is free.
func (r *roomRun) listen() ([]net.Listener, error) {
	last := r.plan.port
	if !r.options.portSaid && !r.goesOn() {
		last += tries - 1
	}
	for ; ; r.plan.port++ {
		all, err := r.listenOn(r.plan.port)
		if err == nil || r.plan.port >= last || errors.Is(err, errNoAddress) {
			return all, err
		}
	}
}

// goesOn tells whether phones know the room's address already.
func (r *roomRun) goesOn() bool { return exists(r.folder.response(roomFile)) }

// errNoAddress marks the error of an address that this laptop has not.
var errNoAddress = errors.New("no such address")

func (r *roomRun) listenOn(port int) ([]net.Listener, error) {
	phones, err := listenAt(r.all[r.at], port)
	if err != nil {
		return nil, r.cannotListen(err, port)
	}
	r.phones = phones
	all := []net.Listener{phones}
	loopback := netip.AddrFrom4([4]byte{127, 0, 0, 1})
	if r.all[r.at] != loopback {
		here, err := listenAt(loopback, port)
		if err != nil {
			closeAll(all)
			return nil, r.cannotListen(err, port)
		}
		all = append(all, here)
	}
	if here, err := listenAt(netip.IPv6Loopback(), port); err == nil { // browsers may try it first; it need not be there
		all = append(all, here)
	}
	return all, nil
}

func listenAt(addr netip.Addr, port int) (net.Listener, error) {
	return net.Listen("tcp", net.JoinHostPort(addr.String(), strconv.Itoa(port)))
}

// cannotListen says why, and what to do.
func (r *roomRun) cannotListen(err error, port int) error {
	if _, wrong := listenProbe(r.all[r.at]); wrong != nil {
		return couldNot(advise(fmt.Errorf("%s is not an address of this laptop%w", r.all[r.at], hidden{errNoAddress}),
			"Leave out --address to let collab choose, or name another one."))
	}
	return couldNot(advise(fmt.Errorf("port %d is in use, perhaps by another collab room (%w)", port, err),
		"Stop the other program, or choose another port, which phones then have to open: %s", r.options.again("--port "+strconv.Itoa(port+1))))
}

// hidden is an error without words.
type hidden struct{ error }

func (hidden) Error() string   { return "" }
func (h hidden) Unwrap() error { return h.error }

// listenProbe tries whether an address can be listened at, on any port.
func listenProbe(addr netip.Addr) (bool, error) {
	l, err := listenAt(addr, 0)
	if err != nil {
		return false, err
	}
	return true, l.Close()
}

func closeAll(listeners []net.Listener) {
	for _, l := range listeners {
		_ = l.Close()
	}
}

// nextAddress has phones use the next address that this laptop has now: networks come
// and go.
func (r *roomRun) nextAddress() {
	now := r.all[r.at]
	if all, err := r.addresses(); err == nil {
		r.all, r.at = all, slices.Index(all, now)
	}
	next := r.all[(r.at+1)%len(r.all)]
	if r.at = max(r.at, 0); next == now {
		r.message = room.OnlyAddress()
		return
	}
	l, err := listenAt(next, r.plan.port)
	if err != nil {
		r.message = room.AddressFails(next.String())
		return
	}
	_ = r.phones.Close()
	r.phones, r.at = l, slices.Index(r.all, next)
	go r.serve(l)
	r.invite()
	r.message = room.AddressChanged()
}
