#!/bin/sh
# test_promoted_methods.sh - a socket whose Close and SetDeadline are those of an embedded struct, as in
# package net's own source, is the socket that is closed. The one that its reader closes is the near miss.
set -eu
work=$WORK/promoted
rm -rf "$work"
mkdir -p "$work/go/src/net" "$work/go/src/runtime" "$work/go/src/context" "$work/go/src/time" "$work/m"
cd "$work"
printf 'go1.26.0\n' >go/VERSION
cat >go/src/net/net.go <<'GO'
package net

import "time"

type UDPAddr struct{ Port int }

type conn struct{ fd int }

func (c *conn) Close() error                  { c.fd = -1; return nil }
func (c *conn) SetDeadline(t time.Time) error { return nil }

type UDPConn struct{ conn }

func (c *UDPConn) ReadFromUDP(b []byte) (int, *UDPAddr, error) { return c.fd, nil, nil }

func ListenUDP(network string, at *UDPAddr) (*UDPConn, error) { return &UDPConn{}, nil }
GO
printf 'package runtime\n' >go/src/runtime/runtime.go
cat >go/src/time/time.go <<'GO'
package time

type Duration int64

const Second Duration = 1e9

type Time struct{ n int64 }

func Now() Time { return Time{} }

func (t Time) Add(d Duration) Time { return t }
GO
cat >go/src/context/context.go <<'GO'
package context

type Context interface {
	Done() <-chan struct{}
	Err() error
}
GO
printf 'module example.com/m\n\ngo 1.25\n' >m/go.mod
cat >m/m.go <<'GO'
package m

import (
	"context"
	"net"
	"time"
)

func Datagrams(ctx context.Context, at *net.UDPAddr, take func([]byte)) error {
	conn, err := net.ListenUDP("udp", at)
	if err != nil {
		return err
	}
	go func() {
		<-ctx.Done()
		conn.Close()
	}()
	buf := make([]byte, 1500)
	for ctx.Err() == nil {
		n, _, err := conn.ReadFromUDP(buf)
		if err != nil {
			return err
		}
		take(buf[:n])
	}
	return ctx.Err()
}

func Rounds(ctx context.Context, at *net.UDPAddr, take func([]byte)) error {
	conn, err := net.ListenUDP("udp", at)
	if err != nil {
		return err
	}
	defer conn.Close()
	buf := make([]byte, 1500)
	for {
		select {
		case <-ctx.Done():
			return nil
		default:
		}
		if err := conn.SetDeadline(time.Now().Add(time.Second)); err != nil {
			return err
		}
		n, _, err := conn.ReadFromUDP(buf)
		if err != nil {
			continue
		}
		take(buf[:n])
	}
}

func Late(ctx context.Context, at *net.UDPAddr, take func([]byte)) error {
	conn, err := net.ListenUDP("udp", at)
	if err != nil {
		return err
	}
	defer conn.Close()
	buf := make([]byte, 1500)
	for ctx.Err() == nil {
		n, _, err := conn.ReadFromUDP(buf)
		if err != nil {
			return err
		}
		take(buf[:n])
	}
	return ctx.Err()
}
GO
cd m
found=$(GOROOT=$work/go GOENV=off GOFLAGS=-mod=mod "$CURFEW" check --rule deaf-read --format concise ./... || true)
case $found in
*m.go:*ReadFromUDP*1\ finding*) ;;
*)
	echo "promoted methods: one finding is wanted, in Late, not:"
	echo "$found"
	exit 1
	;;
esac
line=$(grep -n '^func Late' m.go | cut -d: -f1)
at=$(echo "$found" | sed -n 's/^m.go:\([0-9]*\):.*/\1/p')
[ "$at" -gt "$line" ] || { echo "promoted methods: found at line $at, before Late"; exit 1; }
