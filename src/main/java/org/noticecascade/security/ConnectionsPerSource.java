package org.noticecascade.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/** HTTP as Tomcat speaks it, with a limit of open connections for each network address: one beyond it is closed. */
public final class ConnectionsPerSource extends Http11NioProtocol {
    private final Counting endpoint;

    /** Made by the container, which knows the class by its name. */
    public ConnectionsPerSource() {
        this(new Counting());
    }

    private ConnectionsPerSource(Counting endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** @param most open connections of one address; 0 for no limit */
    void setMost(int most) {
        endpoint.most = most;
    }

    private static final class Counting extends NioEndpoint {
        private volatile int most;

        /** Taken first: the container closes and counts down only what it has taken. */
        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            return super.setSocketOptions(socket) && hasRoom(socket);
        }

        private boolean hasRoom(SocketChannel socket) {
            try {
                if (most == 0 || !(socket.getRemoteAddress() instanceof InetSocketAddress from)) {
                    return true;
                }
                InetAddress source = from.getAddress();
                String address = source == null ? "" : source.getHostAddress();
                return getConnections().stream()
                                .filter(open -> address.equals(open.getRemoteAddr()))
                                .limit(most + 1L)
                                .count()
                        <= most;
            } catch (IOException closedAlready) {
                return false;
            }
        }
    }
}
