package room

import (
	"net"
	"net/netip"
	"sync"
)

// Limited is a listener that takes only so many connections at once, and of one address
// only a part of them, so that nobody keeps the others out. The rest is closed at once.
func Limited(l net.Listener) net.Listener { return limit(l, mostConns, mostConnsOne) }

func limit(l net.Listener, most, mostOne int) net.Listener {
	return &limited{Listener: l, most: most, mostOne: mostOne, of: map[netip.Addr]int{}}
}

type limited struct {
	net.Listener
	most, mostOne int

	mu  sync.Mutex
	all int
	of  map[netip.Addr]int
}

// Accept gives the next connection that there is room for.
func (l *limited) Accept() (net.Conn, error) {
	for {
		c, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		from := addrOf(c.RemoteAddr()).Addr()
		if l.enter(from) {
			return &counted{Conn: c, leave: sync.OnceFunc(func() { l.leave(from) })}, nil
		}
		_ = c.Close()
	}
}

func (l *limited) enter(from netip.Addr) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.all >= l.most || l.of[from] >= l.mostOne {
		return false
	}
	l.all++
	l.of[from]++
	return true
}

func (l *limited) leave(from netip.Addr) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all--
	if l.of[from]--; l.of[from] == 0 {
		delete(l.of, from)
	}
}

// A counted connection says when it is closed.
type counted struct {
	net.Conn
	leave func()
}

// Close closes it.
func (c *counted) Close() error {
	defer c.leave()
	return c.Conn.Close()
}
