package main

import (
	"net/netip"
	"slices"
	"testing"
)

// Phones are given private addresses of networks that lead into the room, wireless and
// wired ones first, and never a public one.
func TestAddressesForPhones(t *testing.T) {
	on := func(name string, addrs ...string) networkInterface {
		i := networkInterface{name: name, up: true}
		for _, a := range addrs {
			i.addrs = append(i.addrs, netip.MustParseAddr(a))
		}
		return i
	}
	down := on("wlan1", "192.168.7.1")
	down.up = false
	tunnel := on("p2p0", "10.9.0.2")
	tunnel.point = true
	for _, c := range []struct {
		name string
		have []networkInterface
		want []string
	}{
		{"a laptop", []networkInterface{on("lo", "127.0.0.1"), on("docker0", "172.17.0.1"), on("wlp2s0", "192.168.8.2", "fe80::1", "2001:db8::1")}, []string{"192.168.8.2"}},
		{"a public address", []networkInterface{on("eth0", "203.0.113.9", "10.0.0.4")}, []string{"10.0.0.4"}},
		{"only a public address", []networkInterface{on("eth0", "203.0.113.9")}, nil},
		{"a shared network of a Mac, and a tunnel", []networkInterface{on("utun3", "10.8.0.2"), tunnel, on("bridge100", "192.168.2.1"), on("en0", "172.20.10.4")}, []string{"172.20.10.4", "192.168.2.1"}},
		{"Windows", []networkInterface{on("vEthernet (WSL)", "172.29.0.1"), on("Local Area Connection* 2", "192.168.137.1"), on("Wi-Fi", "192.168.1.20")}, []string{"192.168.1.20", "192.168.137.1"}},
		{"no server of addresses", []networkInterface{on("eth0", "169.254.3.4")}, []string{"169.254.3.4"}},
		{"carrier's own range", []networkInterface{on("wwan0", "100.70.1.1")}, nil},
		{"switched off", []networkInterface{down}, nil},
	} {
		var got []string
		for _, a := range forPhones(c.have) {
			got = append(got, a.String())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
